# The noisy channel, in reading order; src/repair/sources.cmake includes this.
list(APPEND sources lattice/restore.cpp lattice/triage.cpp lattice/pieces.cpp lattice/arcs.cpp
                    lattice/dropped_glyph.cpp lattice/list_markers.cpp lattice/channel.cpp lattice/decode.cpp)
