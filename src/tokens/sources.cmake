# The sources of this stage, in reading order.
set(sources number.cpp date.cpp symbol.cpp marker.cpp tokenize.cpp)
