/* The built-in model, as it stands in the file: mapped with the library, untouched until asked. */
#if defined(__ELF__)
    .section .rodata
    .balign 64
    .global vanban_builtin_model
    .global vanban_builtin_model_end
    .type vanban_builtin_model, @object
vanban_builtin_model:
    .incbin VANBAN_MODEL_FILE
vanban_builtin_model_end:
    .size vanban_builtin_model, vanban_builtin_model_end - vanban_builtin_model
    .section .note.GNU-stack, "", @progbits
#else
#error "this object format has no rule for embedding the model yet"
#endif
