/*
 * aio_module.c — the module asyncio: joins what the other aio_*.c files provide.
 */
#include "aio.h"
#include "containers.h"
#include "object.h"

static int add_text(ModuleObject *module, const char *name) {
    return module_set(module, name, str_from_cstr(name));
}

static int asyncio_init(ModuleObject *module) {
#define X(part)                                                                                    \
    if (aio_##part##_init(module) < 0)                                                             \
        return -1;
    AIO_PARTS(X)
#undef X
    static const char *const constants[] = {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (add_text(module, constants[i]) < 0)
            return -1;
    return aio_add_parts(module);
}

const NativeModule pyrt_module_asyncio = {"asyncio", asyncio_init};
