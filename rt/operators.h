/*
 * operators.h — what the files of the module _operator share. Private to the runtime.
 */
#ifndef PYASYNCC_RT_OPERATORS_H
#define PYASYNCC_RT_OPERATORS_H

#include "rt.h"

/* _install_NAME(class): calls of the instances of operator.attrgetter, itemgetter and methodcaller
 * are done in C. Each answers the class. */
Value operator_install_attr_getter(Value callee, const Value *args, uint32_t count, Value names);
Value operator_install_item_getter(Value callee, const Value *args, uint32_t count, Value names);
Value operator_install_method_caller(Value callee, const Value *args, uint32_t count, Value names);

#endif
