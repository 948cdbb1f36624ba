vanban_test(json json/round_trip_test.cpp json/from_json_test.cpp json/offsets_test.cpp
            json/schema_test.cpp)

# Debian's own Python: python3-jsonschema is installed for that one.
find_program(VANBAN_PYTHON NAMES python3 HINTS /usr/bin)
if(TARGET vanban_cli AND VANBAN_PYTHON)
  add_test(NAME json.schema
    COMMAND ${VANBAN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/schema_test.py $<TARGET_FILE:vanban_cli>
            ${PROJECT_SOURCE_DIR}/schema/vanban-document-1.schema.json
            ${PROJECT_SOURCE_DIR}/corpus/plans)
  set_tests_properties(json.schema PROPERTIES SKIP_RETURN_CODE 77 LABELS json)
endif()
