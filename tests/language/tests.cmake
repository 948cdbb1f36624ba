vanban_test(language language/syllable_test.cpp language/words_test.cpp
            language/language_model_test.cpp language/surprise_test.cpp
            language/trainer_test.cpp)
target_sources(language_test PRIVATE
  ${PROJECT_SOURCE_DIR}/trainer/corpus.cpp ${PROJECT_SOURCE_DIR}/trainer/kneser_ney.cpp
  ${PROJECT_SOURCE_DIR}/trainer/capitals.cpp ${PROJECT_SOURCE_DIR}/trainer/write_model.cpp)
target_include_directories(language_test PRIVATE ${PROJECT_SOURCE_DIR}/trainer)
