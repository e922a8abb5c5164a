/* deque.h — collections.deque as the module _collections sees it. */
#ifndef PYASYNCC_RT_DEQUE_H
#define PYASYNCC_RT_DEQUE_H

#include "containers.h"

int deque_init(ModuleObject *module);

#endif
