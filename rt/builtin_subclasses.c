/*
 * builtin_subclasses.c — which built-in classes stand directly below another, for programs that
 * mention `__subclasses__` (the row "subclasses" of parts.def): the runtime itself never asks, and
 * registers only the classes that the program makes.
 */
#include "object.h"

#include <stdlib.h>
#include <string.h>

static Type *const exceptions[] = {
#define X(name) &rt_exc_##name,
    RT_EXCEPTIONS(X)
#undef X
};
enum { EXCEPTIONS = sizeof exceptions / sizeof *exceptions };

/* CPython makes ExceptionGroup, the one with two bases, after the others. */
static int by_name(const void *left, const void *right) {
    const Type *first = *(Type *const *)left, *second = *(Type *const *)right;
    int late = (first == &rt_exc_ExceptionGroup) - (second == &rt_exc_ExceptionGroup);
    return late ? late : strcmp(first->name, second->name);
}

static bool is_below(const Type *type, const Type *base) {
    return type->base_type == base || (type == &rt_exc_ExceptionGroup && base == &rt_exc_Exception);
}

static int each_builtin_subclass(Type *type, int (*each)(Type *subclass, void *context),
                                 void *context) {
    if (type == &rt_type_int)
        return each(&rt_type_bool, context);
    if (!(type->flags & TYPE_EXCEPTION))
        return 0;
    Type *found[EXCEPTIONS];
    size_t count = 0;
    for (size_t i = 0; i < EXCEPTIONS; i++)
        if (is_below(exceptions[i], type))
            found[count++] = exceptions[i];
    qsort(found, count, sizeof *found, by_name);
    for (size_t i = 0; i < count; i++)
        if (each(found[i], context) < 0)
            return -1;
    return 0;
}

static int part_init(ModuleObject *module) {
    (void)module;
    rt_each_builtin_subclass = each_builtin_subclass;
    return 0;
}

const NativeModule pyrt_part_subclasses = {RT_SUBCLASSES_PART, part_init};
