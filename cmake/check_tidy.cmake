# clang-tidy over the library, the program and the trainer: what is shipped. Headers are checked
# through the files that include them (HeaderFilterRegex in .clang-tidy).
execute_process(COMMAND ${runs} -quiet -p ${build} "^${CMAKE_CURRENT_SOURCE_DIR}/(src|trainer)/.*[.]cpp$"
  OUTPUT_VARIABLE output ERROR_VARIABLE errors RESULT_VARIABLE status)
string(REGEX MATCHALL "\n[^\n]*(warning|error): [^\n]*" found "\n${output}")
if(NOT status EQUAL 0 OR found)
  message("${output}${errors}")
  message(FATAL_ERROR "clang-tidy has remarks")
endif()
