vanban_test(pipeline pipeline/parse_test.cpp pipeline/text_test.cpp
  pipeline/tables_test.cpp pipeline/clerk_test.cpp pipeline/assignees_test.cpp
  pipeline/meaning_test.cpp)
if(TARGET vanban_cli)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME pipeline.gold COMMAND ${Python3_EXECUTABLE}
    ${CMAKE_CURRENT_SOURCE_DIR}/pipeline/gold_test.py $<TARGET_FILE:vanban_cli>
    ${PROJECT_SOURCE_DIR}/corpus)
  if(VANBAN_REFERENCE_DIR)
    add_test(NAME pipeline.reference COMMAND ${Python3_EXECUTABLE}
      ${CMAKE_CURRENT_SOURCE_DIR}/pipeline/reference_test.py $<TARGET_FILE:vanban_cli>
      ${VANBAN_REFERENCE_DIR})
  endif()
endif()
