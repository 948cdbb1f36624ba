# The sources of this stage, in reading order.
set(sources read.cpp read_file.cpp decode.cpp controls.cpp sniff.cpp signs_in_words.cpp html.cpp mask.cpp markdown.cpp)
