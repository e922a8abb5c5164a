/* aio_tree.c — no signal asks for the tree of tasks here. */
#include "aio_loop.h"

void tree_signals_came(EventLoop *loop, uint64_t seen) {
    (void)loop, (void)seen;
}

int aio_tree_init(ModuleObject *module) {
    (void)module;
    return 0;
}
