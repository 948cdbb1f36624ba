# Every C++ file is as clang-format writes it. Run from the top of the tree.
file(GLOB_RECURSE files RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
  include/*.hpp src/*.hpp src/*.cpp trainer/*.hpp trainer/*.cpp tests/*.hpp tests/*.cpp
  benchmarks/*.hpp benchmarks/*.cpp)
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no C++ file below ${CMAKE_CURRENT_SOURCE_DIR}")
endif()
execute_process(COMMAND ${clang_format} --dry-run --Werror ${files} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "not formatted; write the files anew with: ${clang_format} -i FILE...")
endif()
message(STATUS "${count} files are formatted")
