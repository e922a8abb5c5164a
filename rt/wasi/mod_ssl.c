/* mod_ssl.c — WASI has no sockets, so no TLS: importing it says so. */
#include "rt.h"

static int ssl_init(ModuleObject *module) {
    (void)module;
    return raise_status(&rt_exc_ModuleNotFoundError, "ssl is not available on wasm32-wasi");
}

const NativeModule pyrt_module__ssl = {"_ssl", ssl_init};
