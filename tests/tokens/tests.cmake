vanban_test(tokens tokens/tokenize_test.cpp tokens/number_test.cpp tokens/date_test.cpp
            tokens/symbol_test.cpp tokens/phrases_test.cpp tokens/words_test.cpp)
