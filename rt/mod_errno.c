/*
 * mod_errno.c — the module errno: the names of errno.def and errorcode, their reverse.
 */
#include "object.h"
#include "rt.h"

typedef struct ErrorName {
    const char *name;
    int number;
} ErrorName;

static const ErrorName names[] = {
#define ERRNO(name, number, exception, text) {#name, number},
#define ERRNO_LINUX                          ERRNO
#define ERRNO_ALIAS(name, number)            {#name, number},
#include "errno.def"
#undef ERRNO
#undef ERRNO_LINUX
#undef ERRNO_ALIAS
};

static int errno_init(ModuleObject *module) {
    Value codes = dict_new();
    if (!codes || module_set(module, "errorcode", codes) < 0)
        return -1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Value name = str_name(names[i].name), number = value_from_small_int(names[i].number);
        if (!name || dict_set(codes, number, name) < 0 ||
            module_set(module, names[i].name, number) < 0)
            return -1;
    }
    return 0;
}

const NativeModule pyrt_module_errno = {"errno", errno_init};
