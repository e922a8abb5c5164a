/* itertools.h — the two halves of the module itertools. */
#ifndef PYASYNCC_RT_ITERTOOLS_H
#define PYASYNCC_RT_ITERTOOLS_H

#include "containers.h"

int itertools_init_more(ModuleObject *module);

#endif
