/* slots.h — names and functions shared by slots.c, slots_dispatch.c and slots_wrap.c. */
#ifndef PYASYNCC_RT_SLOTS_H
#define PYASYNCC_RT_SLOTS_H

#include "object.h"

typedef enum SpecialMethod {
#define SLOT(method, field, dispatcher, wrapper, min, max) SPECIAL##method,
#include "slots.def"
#undef SLOT
    SPECIAL__new__,
    SPECIAL__aenter__, /* these two have no slot, but fast paths of native types */
    SPECIAL__aexit__,
    SPECIAL_COUNT
} SpecialMethod;

/* The interned name; borrowed. Its StrObject.special is method + 1 from then on. */
Value special_name(SpecialMethod method);

/* The function a class whose methods are written in Python has in a slot. */
typedef void (*AnySlot)(void);
AnySlot slot_dispatcher(SpecialMethod method);
Value dispatch_new(Type *type, const Value *args, uint32_t count, Value names);
int64_t dispatch_unhashable(Value self);
/* The native method behind a special method of types that fill the slot in C; NULL: none. */
const NativeMethod *slot_wrapper(SpecialMethod method);
Value wrap_new(Value callee, const Value *args, uint32_t count, Value names);

#endif
