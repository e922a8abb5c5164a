/* exc_types.h — shared by exc_types.c, exc_special.c and exc_group.c. */
#ifndef PYASYNCC_RT_EXC_TYPES_H
#define PYASYNCC_RT_EXC_TYPES_H

#include "object.h"

/* Slots and layout every exception type has; a type adds its own behind them. */
#define EXCEPTION_SLOTS .dealloc = exc_dealloc, .traverse = exc_traverse, .clear = exc_clear_object
#define EXCEPTION_LAYOUT                                                                           \
    .basic_size = sizeof(ExceptionObject), .shape_offset = offsetof(ExceptionObject, slots),       \
    .flags = TYPE_EXCEPTION | TYPE_HAS_DICT

void exc_dealloc(Object *self);
void exc_traverse(Object *self, VisitValue visit, void *context);
void exc_clear_object(Object *self);
Value exc_base_new(Type *type, const Value *args, uint32_t count, Value names);
int exc_base_init(Value self, const Value *args, uint32_t count, Value names);
/* What __reduce__ answers: (class, arguments), and the attributes if there are any. The tuple of
 * arguments and the dict are stolen; 0 if one of them is 0, for its maker has raised. New
 * reference. */
Value exc_reduce(Value self, Value args_take, Value state_take);
/* A reader and a writer of a Value field, None while it is 0. */
Value exc_field(Value field);
int exc_set_field(Value *field, Value value);
/* Splits keyword arguments off: stores those named in `keywords` (ended by NULL) to `fields`; the
 * rest is an error. */
int exc_keywords(Type *type, const Value *values, Value names, const char *const *keywords,
                 Value *const *fields);

#define EXC_FIELD(function, PLACE, field)                                                          \
    static Value function##_get(Value callee, const Value *args, uint32_t count, Value names) {    \
        (void)callee, (void)count, (void)names;                                                    \
        return exc_field(PLACE(args[0])->field);                                                   \
    }                                                                                              \
    static int function##_set(Value self, Value value) {                                           \
        return exc_set_field(&PLACE(self)->field, value);                                          \
    }
#define EXC_GETTER(text, function)                                                                 \
    { .name = text, .call = function##_get, .kind = METHOD_MEMBER, .set = function##_set }

/* Fields some exceptions have behind the ExceptionObject. */
typedef struct SyntaxFields { /* and extra: msg, filename, lineno */
    Value offset, text, end_lineno, end_offset, print_file_and_line;
} SyntaxFields;
typedef struct OSFields { /* and extra: errno, strerror, filename */
    Value filename2, written;
} OSFields;
typedef struct UnicodeFields { /* and extra: encoding, object, reason */
    Value start, end;
} UnicodeFields;
#define SYNTAX(value)  ((SyntaxFields *)(exc_as(value) + 1))
#define OS(value)      ((OSFields *)(exc_as(value) + 1))
#define UNICODE(value) ((UnicodeFields *)(exc_as(value) + 1))

#endif
