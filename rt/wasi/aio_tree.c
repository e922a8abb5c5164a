/* aio_tree.c — no signal asks for the tree of tasks here. */
#include "aio_loop.h"

void tree_signal_came(EventLoop *loop, int number) {
    (void)loop, (void)number;
}

int aio_tree_init(ModuleObject *module) {
    (void)module;
    return 0;
}
