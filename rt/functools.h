/*
 * functools.h — what the files of the module _functools share. Private to the runtime.
 */
#ifndef PYASYNCC_RT_FUNCTOOLS_H
#define PYASYNCC_RT_FUNCTOOLS_H

#include "rt.h"

/* _install_partial(class): calls of functools.partial and of what it makes are done in C, and
 * programs cannot set its members.
 * _install_key(class): the same for calls and comparisons of the keys that cmp_to_key makes.
 * Both answer the class. */
Value functools_install_partial(Value callee, const Value *args, uint32_t count, Value names);
Value functools_install_key(Value callee, const Value *args, uint32_t count, Value names);
/* _fill_partial(partial, func, args, keywords): sets the members. None. */
Value functools_fill_partial(Value callee, const Value *args, uint32_t count, Value names);
/* _shown_once(object, function): function(object), or "..." if that is being made already. */
Value functools_shown_once(Value callee, const Value *args, uint32_t count, Value names);

#endif
