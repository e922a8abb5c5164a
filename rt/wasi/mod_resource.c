/* mod_resource.c — WASI knows no limits of processes: importing the module says so. */
#include "rt.h"

static int resource_init(ModuleObject *module) {
    (void)module;
    return raise_status(&rt_exc_ModuleNotFoundError, "resource is not available on wasm32-wasi");
}

const NativeModule pyrt_module_resource = {"resource", resource_init};
