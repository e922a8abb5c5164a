/* unicode.h — what the files of the module unicodedata share. Private to the runtime. */
#ifndef PYASYNCC_RT_UNICODE_H
#define PYASYNCC_RT_UNICODE_H

#include "text.h"

/* The type of ucd_3_2_0, if the part with the properties is linked. */
extern Type *rt_unicode_ucd;
/* Has `character` a category other than Cn in the old version? Set with rt_unicode_ucd. */
extern bool (*rt_unicode_is_old)(uint32_t character);

/* What messages about a wrong argument call it. */
const char *unicode_kind(Value value);
/* The argument of a function of one character; `number` (0: the only one) is for the message.
 * False: TypeError. */
bool unicode_character(const char *function, int number, Value value, uint32_t *character);

/* Function `name` of the module, and the method of ucd_3_2_0: both call name_(old, args, count),
 * for whom args[0] is the first argument. */
#define UNICODE_FUNCTION(name)                                                                     \
    NATIVE(function_##name) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        return answer_##name(false, args, count);                                                  \
    }                                                                                              \
    NATIVE(method_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        return answer_##name(true, args + 1, count - 1);                                           \
    }
#define UNICODE_ROW(kind, python_name, least, most)                                                \
    { .name = #python_name, .call = kind##_##python_name, .min_args = least, .max_args = most }

#endif
