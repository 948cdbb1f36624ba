vanban_test(repair repair/apply_edits_test.cpp repair/collect_repairs_test.cpp
            repair/passes_test.cpp repair/repair_test.cpp
            repair/options_test.cpp repair/stream_test.cpp repair/remarks_test.cpp)
foreach(more lattice_test.cpp encodings_test.cpp any_order_test.cpp ascii_codes_test.cpp
             code_pages_test.cpp)
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/repair/${more})
    target_sources(repair_test PRIVATE repair/${more})
  endif()
endforeach()
