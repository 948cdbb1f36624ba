# The sources of this stage, in reading order.
set(sources words.cpp source_map.cpp)
