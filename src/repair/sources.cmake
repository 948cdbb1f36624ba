# The sources of this stage, in reading order.
set(sources repair.cpp apply_edits.cpp collect_repairs.cpp icu.cpp lookalike.cpp normalization.cpp
            detached_marks.cpp stray_marks.cpp mojibake.cpp word_choice.cpp)
include(${CMAKE_CURRENT_LIST_DIR}/encodings/sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/lattice/sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/font_map/sources.cmake)
