# The tests of the house: everything that is not the library's behaviour. All carry the label
# `house`. Sanitizers and fuzzing have nothing to say about them, so only a plain build has them.
# clang-tidy needs the compile commands of clang, which are those of the sanitizer build; it is the
# target `tidy` there and no test, for it takes as long as all tests together.
find_program(VANBAN_PYTHON3 NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT VANBAN_PYTHON3)
  find_program(VANBAN_PYTHON3 NAMES python3 REQUIRED)
endif()

function(vanban_house_test name)
  add_test(NAME house.${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(house.${name} PROPERTIES LABELS house TIMEOUT 1800)
endfunction()

if(VANBAN_SANITIZE)
  find_program(VANBAN_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND VANBAN_RUN_CLANG_TIDY)
    add_custom_target(tidy COMMAND ${CMAKE_COMMAND} -Druns=${VANBAN_RUN_CLANG_TIDY}
      -Dbuild=${PROJECT_BINARY_DIR} -P cmake/check_tidy.cmake
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
  endif()
  return()
endif()

find_program(VANBAN_CLANG_FORMAT NAMES clang-format-14 clang-format REQUIRED)
vanban_house_test(format ${CMAKE_COMMAND} -Dclang_format=${VANBAN_CLANG_FORMAT}
  -P cmake/check_format.cmake)
vanban_house_test(sources ${VANBAN_PYTHON3} tests/check_sources.py)
vanban_house_test(check_sources ${VANBAN_PYTHON3} tests/check_sources_test.py)
vanban_house_test(lexicons ${VANBAN_PYTHON3} trainer/lexicon_text.py)
vanban_house_test(tables ${VANBAN_PYTHON3} tests/check_tables.py)

if(VANBAN_INSTALL)
  # Installs into the build folder once; programs outside of the project then use that copy.
  set(consumer -Dbuild=${PROJECT_BINARY_DIR} -Dcompiler=${CMAKE_CXX_COMPILER} -Dpython=${VANBAN_PYTHON3}
    -Dversion=${PROJECT_VERSION} -Dinclude_dir=${CMAKE_INSTALL_INCLUDEDIR}
    -Dlib_dir=${CMAKE_INSTALL_LIBDIR} -Dbin_dir=${CMAKE_INSTALL_BINDIR}
    -P tests/consumer/check.cmake)
  vanban_house_test(install ${CMAKE_COMMAND} -Dstep=install ${consumer})
  set_tests_properties(house.install PROPERTIES FIXTURES_SETUP vanban_installed)
  foreach(step find_package pkg_config documented_code shared_library subproject)
    vanban_house_test(${step} ${CMAKE_COMMAND} -Dstep=${step} ${consumer})
    set_tests_properties(house.${step} PROPERTIES FIXTURES_REQUIRED vanban_installed)
  endforeach()
  # Both compile the whole library with the same flags: one after the other, ccache does it once.
  set_tests_properties(house.subproject PROPERTIES DEPENDS house.shared_library)
endif()
