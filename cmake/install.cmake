# What `cmake --install` copies: the library, its headers, the program, the JSON Schema, and what
# CMake (find_package) and pkg-config need to find them. Everything found is found again from the
# place of the package itself, so an installed tree may be moved.
include(CMakePackageConfigHelpers)
set(vanban_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/vanban)

install(TARGETS vanban EXPORT vanban-targets)
install(DIRECTORY include/vanban DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(EXPORT vanban-targets NAMESPACE vanban:: DESTINATION ${vanban_package_dir})
install(FILES schema/vanban-document-1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/vanban)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET vanban_cli)
  if(BUILD_SHARED_LIBS)
    file(RELATIVE_PATH vanban_bin_to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(vanban_cli PROPERTIES INSTALL_RPATH "\$ORIGIN/${vanban_bin_to_lib}")
  endif()
  install(TARGETS vanban_cli)
endif()

get_target_property(vanban_library_type vanban TYPE)
configure_package_config_file(cmake/vanban-config.cmake.in vanban-config.cmake
  INSTALL_DESTINATION ${vanban_package_dir})
# SameMinorVersion: before 1.0 a minor version may break the interface.
write_basic_package_version_file(vanban-config-version.cmake COMPATIBILITY SameMinorVersion)

# A static library names what it needs to every program, a shared one carries it itself.
if(vanban_library_type STREQUAL "STATIC_LIBRARY")
  set(vanban_requires "Requires: icu-uc md4c")
else()
  set(vanban_requires "Requires.private: icu-uc md4c")
endif()
foreach(dir INCLUDEDIR LIBDIR)
  cmake_path(APPEND vanban_pc_${dir} "\${prefix}" "${CMAKE_INSTALL_${dir}}")  # absolute ones win
endforeach()
file(RELATIVE_PATH vanban_pc_to_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" vanban_pc_to_prefix "${vanban_pc_to_prefix}")
configure_file(cmake/vanban.pc.in vanban.pc @ONLY)

install(FILES ${PROJECT_BINARY_DIR}/vanban-config.cmake
              ${PROJECT_BINARY_DIR}/vanban-config-version.cmake DESTINATION ${vanban_package_dir})
install(FILES ${PROJECT_BINARY_DIR}/vanban.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
