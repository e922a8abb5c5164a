/* select.h — what the files of the module select share. */
#ifndef PYASYNCC_RT_UNIX_SELECT_H
#define PYASYNCC_RT_UNIX_SELECT_H

#include "isolate.h"
#include "socket.h"

extern Type select_type_epoll;
/* Enters the class epoll and its constants in the module. 0 or -1. */
int select_add_epoll(ModuleObject *module);

#endif
