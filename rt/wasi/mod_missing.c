/*
 * mod_missing.c — native modules that WASI cannot have and whose users expect an ImportError there:
 * importing them says so.
 */
#include "rt.h"

/* MISSING(the C suffix, the name that users know it by) */
#define MISSING(name, shown)                                                                       \
    static int name##_init(ModuleObject *module) {                                                 \
        (void)module;                                                                              \
        return raise_status(&rt_exc_ModuleNotFoundError,                                           \
                            shown " is not available on wasm32-wasi");                             \
    }                                                                                              \
    const NativeModule pyrt_module_##name = {#name, name##_init};
MISSING(_bz2, "bz2")
MISSING(faulthandler, "faulthandler")
MISSING(fcntl, "fcntl")
MISSING(grp, "grp")
MISSING(_locale, "_locale")
MISSING(_lzma, "lzma")
MISSING(mmap, "mmap")
MISSING(_multiprocessing, "multiprocessing")
MISSING(_posixshmem, "_posixshmem")
MISSING(pwd, "pwd")
MISSING(pyexpat, "pyexpat")
MISSING(syslog, "syslog")
MISSING(termios, "termios")
MISSING(_sqlite3_native, "sqlite3")
MISSING(zlib, "zlib")
