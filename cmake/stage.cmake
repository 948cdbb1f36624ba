# vanban_stage(NAME): the object library vanban_NAME of src/NAME, whose sources.cmake lists its
# sources in the variable `sources`. VANBAN_STAGE_OBJECTS collects them for the library.
set(VANBAN_STAGE_OBJECTS "")
macro(vanban_stage name)
  set(sources "")
  include(src/${name}/sources.cmake)
  if(sources)  # CMake knows no target without sources
    list(TRANSFORM sources PREPEND ${PROJECT_SOURCE_DIR}/src/${name}/)
    add_library(vanban_${name} OBJECT ${sources})
    target_include_directories(vanban_${name} PRIVATE ${PROJECT_SOURCE_DIR}/include
                                                      ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(vanban_${name} PRIVATE vanban_flags ICU::uc PkgConfig::MD4C)
    list(APPEND VANBAN_STAGE_OBJECTS $<TARGET_OBJECTS:vanban_${name}>)
  endif()
  # A stage and all before it: what the tests of the stage link, so that none reaches forward.
  set(VANBAN_OBJECTS_UP_TO_${name} ${VANBAN_STAGE_OBJECTS})
endmacro()
