# The sources of this stage, in reading order.
set(sources repair.cpp apply_edits.cpp collect_repairs.cpp signs.cpp icu.cpp slips.cpp page_1258.cpp disguised.cpp lookalike.cpp unseen_signs.cpp normalization.cpp
            piled_marks.cpp detached_marks.cpp stray_marks.cpp code_pages.cpp mojibake.cpp reversed_mojibake.cpp word_choice.cpp
            mentions.cpp trimmed_letters.cpp replaced_letters.cpp cut_letters.cpp lost_alphabet.cpp floated_letters.cpp escapes.cpp doubled.cpp torn_capitals.cpp abbreviations.cpp spelling_lessons.cpp numerals.cpp digits.cpp scan_signs.cpp raised_letters.cpp rimes.cpp
            formulas.cpp lost_ligatures.cpp lost_hyphens.cpp number_lines.cpp tone_placement.cpp keep_kinds.cpp repair_stream.cpp)
include(${CMAKE_CURRENT_LIST_DIR}/encodings/sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/lattice/sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/remarks/sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/font_map/sources.cmake)
