# The noisy channel, in reading order; src/repair/sources.cmake includes this.
list(APPEND sources lattice/restore.cpp lattice/triage.cpp lattice/pieces.cpp lattice/candidates.cpp
                    lattice/arcs.cpp lattice/word_arcs.cpp lattice/dropped_glyph.cpp
                    lattice/dropped_letter.cpp lattice/missing_marks.cpp lattice/joined_words.cpp
                    lattice/split_word.cpp lattice/misreadings.cpp lattice/mistyped.cpp lattice/list_markers.cpp
                    lattice/meant_wording.cpp
                    lattice/channel.cpp lattice/absent_letters.cpp lattice/document_words.cpp lattice/decode.cpp)
