/*
 * recursion.c — the depth of recursion, for programs that ask for it: those that mention
 * RecursionError, or set a limit that may be a low one (the row "recursion" of parts.def). In these
 * the compiler lets each function of the program count itself in isolate.depth while it runs, and
 * RecursionError comes at CPython's depth. In others it comes when the stack ends.
 */
#include "object.h"

int rt_depth_exceeded(void) {
    return raise_status(&rt_exc_RecursionError, "maximum recursion depth exceeded");
}

static int part_init(ModuleObject *module) {
    (void)module;
    return 0;
}

const NativeModule pyrt_part_recursion = {"builtins/recursion", part_init};
