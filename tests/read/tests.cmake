vanban_test(read read/decode_test.cpp read/controls_test.cpp read/sniff_test.cpp
            read/markdown_test.cpp read/read_test.cpp read/read_file_test.cpp)
