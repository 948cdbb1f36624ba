vanban_test(base base/any_byte_test.cpp base/source_map_test.cpp)
