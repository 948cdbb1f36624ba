# vanban_flags: what every target of the project is compiled with. Warnings are for C++ alone: the
# assembler file of the language model goes through a C preprocessor, which knows fewer of them.
add_library(vanban_flags INTERFACE)
target_compile_options(vanban_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wsign-conversion>
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast;-Wnon-virtual-dtor;-Woverloaded-virtual>
  $<$<COMPILE_LANGUAGE:CXX>:-Wimplicit-fallthrough>
  # Tables of phrases are sorted at compile time; the largest takes more steps than clang allows.
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-fconstexpr-steps=8000000>
  # GCC 12 sees an engaged std::optional as perhaps uninitialized once it is inlined (its bug 80635);
  # clang's analysis and the sanitizers look for the real thing.
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized>
  $<$<BOOL:${VANBAN_WERROR}>:-Werror>)
if(VANBAN_SANITIZE)
  target_compile_options(vanban_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:Clang>:-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/sanitizer_ignore.txt>)
  target_compile_definitions(vanban_flags INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(vanban_flags INTERFACE -fsanitize=address,undefined)
endif()
if(VANBAN_FUZZ)
  target_compile_options(vanban_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
