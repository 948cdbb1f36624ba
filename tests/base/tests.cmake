vanban_test(base base/source_map_test.cpp)
