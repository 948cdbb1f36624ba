# The program as its users call it; plain Python, nothing installed.
find_program(VANBAN_PYTHON NAMES python3 HINTS /usr/bin)
if(TARGET vanban_cli AND VANBAN_PYTHON)
  add_test(NAME cli
    COMMAND ${VANBAN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/cli_test.py $<TARGET_FILE:vanban_cli>)
  set_tests_properties(cli PROPERTIES LABELS cli)
endif()
