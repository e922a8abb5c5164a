/* builtins.h — the built-in functions, from builtins_{objects,reduce,io}.c, for the table in
 * builtins.c. */
#ifndef PYASYNCC_RT_BUILTINS_H
#define PYASYNCC_RT_BUILTINS_H

#include "containers.h"

/* clang-format off */
#define BUILTIN_FUNCTIONS(X)                                                                       \
    X(abs) X(aiter) X(all) X(anext) X(any) X(ascii) X(bin) X(breakpoint) X(callable) X(chr)        \
    X(compile) X(delattr) X(dir) X(divmod) X(eval) X(exec) X(exit) X(format) X(getattr)            \
    X(globals) X(hasattr) X(hash) X(help) X(hex) X(id) X(input) X(isinstance) X(issubclass)        \
    X(iter) X(len) X(locals) X(max) X(min) X(next) X(oct) X(open) X(ord) X(pow) X(print) X(repr)   \
    X(round) X(setattr) X(sorted) X(sum) X(vars) X(import) X(build_class)
/* clang-format on */

#define X(name) Value builtin_##name(Value callee, const Value *args, uint32_t count, Value names);
BUILTIN_FUNCTIONS(X)
#undef X

/* __import__ in programs that mention it (builtins_import.c), set by its part; NULL in others. */
#define IMPORT_PART "builtins/import"
extern Value (*rt_import_by_name)(const Value *args);

/* The head of one of them. */
#define BUILTIN_FUNCTION(name)                                                                     \
    Value builtin_##name(Value callee, const Value *args, uint32_t count, Value names)

#endif
