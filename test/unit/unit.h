/*
 * unit.h — what every unit test of the runtime needs: checks that count, and a program without
 * code, since the runtime cannot be linked without one. A test ends with `return unit_done();`.
 */
#ifndef PYASYNCC_TEST_UNIT_H
#define PYASYNCC_TEST_UNIT_H

#include <stdio.h>
#include <string.h>

static int unit_passed, unit_failed;

static inline void unit_check(int holds, const char *text, const char *file, int line) {
    if (holds) {
        unit_passed++;
        return;
    }
    unit_failed++;
    fprintf(stderr, "%s:%d: failed: %s\n", file, line, text);
}

#define CHECK(condition) unit_check(!!(condition), #condition, __FILE__, __LINE__)
#define CHECK_INT(actual, expected)                                                                \
    do {                                                                                           \
        long long unit_actual = (long long)(actual), unit_expected = (long long)(expected);        \
        unit_check(unit_actual == unit_expected, #actual " == " #expected, __FILE__, __LINE__);    \
        if (unit_actual != unit_expected)                                                          \
            fprintf(stderr, "    got %lld, expected %lld\n", unit_actual, unit_expected);          \
    } while (0)
#define CHECK_TEXT(actual, expected)                                                               \
    do {                                                                                           \
        const char *unit_text = (actual);                                                          \
        int unit_same = unit_text && strcmp(unit_text, expected) == 0;                             \
        unit_check(unit_same, #actual " is " #expected, __FILE__, __LINE__);                       \
        if (!unit_same)                                                                            \
            fprintf(stderr, "    got %s\n    expected %s\n", unit_text ? unit_text : "nothing",    \
                    expected);                                                                     \
    } while (0)

static inline int unit_done(void) {
    printf("%d passed, %d failed\n", unit_passed, unit_failed);
    return unit_failed != 0;
}

/* Defines a __main__ whose body is never run. */
#define UNIT_MODULE()                                                                              \
    static Value unit_init(Value module, const Value *args) {                                      \
        (void)module, (void)args;                                                                  \
        return VALUE_NONE;                                                                         \
    }                                                                                              \
    static const char *const unit_no_names[1];                                                     \
    static const ModuleInfo unit_module;                                                           \
    static const FunctionInfo unit_body = {.name = "<module>",                                     \
                                           .qualname = "<module>",                                 \
                                           .module = &unit_module,                                 \
                                           .params = unit_no_names,                                \
                                           .entry = unit_init};                                    \
    static const ModuleInfo unit_module = {.name = "__main__",                                     \
                                           .file = "unit.py",                                      \
                                           .init = unit_init,                                      \
                                           .body = &unit_body,                                     \
                                           .global_names = unit_no_names};                         \
    static const ModuleInfo *const unit_modules[] = {&unit_module}

/* Defines the program of a runtime test. */
#define UNIT_PROGRAM()                                                                             \
    UNIT_MODULE();                                                                                 \
    const ProgramInfo pyrt_program = {.modules = unit_modules, .module_count = 1};

/* The same with a native module that it may import. */
#define UNIT_PROGRAM_WITH(native)                                                                  \
    UNIT_MODULE();                                                                                 \
    extern const NativeModule native;                                                              \
    static const NativeModule *const unit_natives[] = {&native};                                   \
    const ProgramInfo pyrt_program = {                                                             \
        .modules = unit_modules, .module_count = 1, .natives = unit_natives, .native_count = 1};

#endif
