/* mod_zlib.c — there is no zlib for WASI: importing it says so. */
#include "rt.h"

static int zlib_init(ModuleObject *module) {
    (void)module;
    return raise_status(&rt_exc_ModuleNotFoundError, "zlib is not available on wasm32-wasi");
}

const NativeModule pyrt_module_zlib = {"zlib", zlib_init};
