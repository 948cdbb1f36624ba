# cmake -Dstep=STEP -Dbuild=DIR -Dcompiler=CXX ... -P check.cmake: one of
#   install           copies the package into DIR/consumer/prefix
#   find_package      builds main.cpp against that copy as a CMake project, runs it
#   pkg_config        the same with the compiler and pkg-config alone
#   documented_code   the C++ of the documents, likewise
#   shared_library    builds libvanban.so, installs it, and uses it both ways
#   subproject        builds main.cpp in a project that takes this tree in by add_subdirectory
cmake_minimum_required(VERSION 3.25)
set(here ${CMAKE_CURRENT_LIST_DIR})
cmake_path(GET here PARENT_PATH tests)
cmake_path(GET tests PARENT_PATH root)
set(work ${build}/consumer)
set(prefix ${work}/prefix)

function(do)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${out}\nstatus ${status}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

function(need file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endfunction()

# use_cmake(PREFIX DIR ARGS...): a build of this folder against the package below PREFIX.
function(use_cmake from dir)
  file(REMOVE_RECURSE ${dir})
  do(${CMAKE_COMMAND} -S ${here} -B ${dir} -G Ninja -DCMAKE_CXX_COMPILER=${compiler}
    -DCMAKE_PREFIX_PATH=${from} -Dvanban_version=${version} ${ARGN})
  do(${CMAKE_COMMAND} --build ${dir})
  file(STRINGS ${dir}/CMakeCache.txt found REGEX "^vanban_DIR:PATH=")
  if(NOT found MATCHES "${from}")
    message(FATAL_ERROR "another vanban was found: ${found}")
  endif()
endfunction()

function(use_pkg_config from dir)
  file(REMOVE_RECURSE ${dir})
  file(MAKE_DIRECTORY ${dir})
  set(ENV{PKG_CONFIG_PATH} ${from}/${lib_dir}/pkgconfig)
  do(pkg-config --exact-version=${version} vanban)
  do(pkg-config --cflags --libs vanban)
  separate_arguments(flags UNIX_COMMAND "${output}")
  do(${compiler} -std=c++20 ${here}/main.cpp -o ${dir}/main ${flags})
endfunction()

function(install_into from to)
  file(REMOVE_RECURSE ${to})
  do(${CMAKE_COMMAND} --install ${from} --prefix ${to})
endfunction()

if(step STREQUAL install)
  install_into(${build} ${prefix})
  file(GLOB headers RELATIVE ${root}/include ${root}/include/vanban/*.hpp)
  foreach(header IN LISTS headers)
    need(${prefix}/${include_dir}/${header})
  endforeach()
  need(${prefix}/share/vanban/vanban-document-1.schema.json)
  do(${prefix}/${bin_dir}/vanban --version)
  if(NOT output MATCHES "${version}")
    message(FATAL_ERROR "the program is not version ${version}: ${output}")
  endif()
elseif(step STREQUAL find_package)
  use_cmake(${prefix} ${work}/cmake)
  do(${work}/cmake/main)
elseif(step STREQUAL pkg_config)
  use_pkg_config(${prefix} ${work}/pkg_config)
  do(${work}/pkg_config/main)
elseif(step STREQUAL documented_code)
  set(code ${work}/documented_code)
  file(REMOVE_RECURSE ${code})
  do(${python} ${tests}/documented_code.py extract ${code})
  file(GLOB programs ${code}/*.cpp)
  use_cmake(${prefix} ${code}/build "-Dprograms=${programs}")
  do(${python} ${tests}/documented_code.py run ${code}/build ${prefix}/${bin_dir}/vanban)
elseif(step STREQUAL shared_library)
  set(shared ${work}/shared)
  do(${CMAKE_COMMAND} -S ${root} -B ${shared}/build -G Ninja -DCMAKE_CXX_COMPILER=${compiler}
    -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=ON -DVANBAN_TESTS=OFF)
  do(${CMAKE_COMMAND} --build ${shared}/build)
  install_into(${shared}/build ${shared}/prefix)
  do(${shared}/prefix/${bin_dir}/vanban --version)
  use_cmake(${shared}/prefix ${shared}/cmake)
  do(${shared}/cmake/main)
  use_pkg_config(${shared}/prefix ${shared}/pkg_config)
  set(ENV{LD_LIBRARY_PATH} ${shared}/prefix/${lib_dir})
  do(${shared}/pkg_config/main)
elseif(step STREQUAL subproject)
  set(outer ${work}/subproject)
  file(WRITE ${outer}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)\n"
    "project(outer LANGUAGES CXX)\n"
    "add_subdirectory(${root} vanban)\n"
    "add_executable(main ${here}/main.cpp)\n"
    "target_link_libraries(main PRIVATE vanban::vanban)\n"
    "foreach(target vanban_cli vanban-train)\n"
    "  if(TARGET \${target})\n"
    "    message(FATAL_ERROR \"\${target} is none of the outer project's business\")\n"
    "  endif()\n"
    "endforeach()\n")
  do(${CMAKE_COMMAND} -S ${outer} -B ${outer}/build -G Ninja -DCMAKE_CXX_COMPILER=${compiler}
    -DCMAKE_BUILD_TYPE=Release)
  do(${CMAKE_COMMAND} --build ${outer}/build)
  do(${outer}/build/main)
else()
  message(FATAL_ERROR "no such step: ${step}")
endif()
