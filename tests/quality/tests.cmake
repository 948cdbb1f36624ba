# The quality bench: its generator, its measures, and both with the program on some plans.
find_program(VANBAN_PYTHON NAMES python3 HINTS /usr/bin)
if(VANBAN_PYTHON)
  foreach(part damage score structure)
    add_test(NAME quality.${part}
      COMMAND ${VANBAN_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/${part}_test.py)
    set_tests_properties(quality.${part} PROPERTIES LABELS quality TIMEOUT 300)
  endforeach()
  if(TARGET vanban_cli)
    add_test(NAME quality.bench COMMAND ${VANBAN_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/bench_test.py
      $<TARGET_FILE:vanban_cli>)
    set_tests_properties(quality.bench PROPERTIES LABELS quality TIMEOUT 300)
    add_test(NAME quality.layouts COMMAND ${VANBAN_PYTHON} -B
      ${CMAKE_CURRENT_LIST_DIR}/layouts_test.py $<TARGET_FILE:vanban_cli>)
    set_tests_properties(quality.layouts PROPERTIES LABELS quality TIMEOUT 120)
    if(VANBAN_REFERENCE_DIR)
      add_test(NAME quality.structure_reference COMMAND ${VANBAN_PYTHON} -B
        ${CMAKE_CURRENT_LIST_DIR}/structure_reference_test.py $<TARGET_FILE:vanban_cli>
        ${VANBAN_REFERENCE_DIR})
      set_tests_properties(quality.structure_reference PROPERTIES LABELS quality TIMEOUT 120)
      add_test(NAME quality.confidences COMMAND ${VANBAN_PYTHON} -B
        ${PROJECT_SOURCE_DIR}/benchmarks/quality/calibrate_structure.py $<TARGET_FILE:vanban_cli>
        --reference ${VANBAN_REFERENCE_DIR} --check)
      set_tests_properties(quality.confidences PROPERTIES LABELS quality TIMEOUT 120)
    endif()
  endif()
endif()
