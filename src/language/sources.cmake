# The sources of this stage, in reading order.
set(sources syllable.cpp letter_numbers.cpp words.cpp language_model.cpp surprise.cpp builtin.cpp model_data.S)

# The assembler embeds the model as it stands; a new model is a new object.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/language/model_data.S PROPERTIES
  COMPILE_DEFINITIONS "VANBAN_MODEL_FILE=\"${PROJECT_SOURCE_DIR}/src/language/vanban.lm\""
  OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/src/language/vanban.lm)
