/*
 * mod_missing.c — native modules that WASI cannot have and whose users expect an ImportError there:
 * importing them says so.
 */
#include "rt.h"

#define MISSING(name)                                                                              \
    static int name##_init(ModuleObject *module) {                                                 \
        (void)module;                                                                              \
        return raise_status(&rt_exc_ModuleNotFoundError,                                           \
                            #name " is not available on wasm32-wasi");                             \
    }                                                                                              \
    const NativeModule pyrt_module_##name = {#name, name##_init};
MISSING(grp)
MISSING(pwd)
MISSING(termios)
MISSING(_sqlite3_native)
MISSING(zlib)
