/*
 * stack_text.c — whether stacks are tracked, and how the origins of objects are shown. See stack.h.
 */
#include "stack.h"

#include "containers.h"
#include "object.h"

const StackTracking *rt_stack;

int stack_start(void) {
    return native_part_init(STACK_PART);
}

static Value field_borrow(Value entry, int index) {
    return AS(TupleObject, entry)->items[index];
}

/* How many entries from `first` on are the same place. */
static int64_t repetitions(const ListObject *list, int64_t first) {
    int64_t end = first + 1;
    while (end < list->length && object_equal(list->items[first], list->items[end]) > 0)
        end++;
    return end - first;
}

Value stack_origin_text(Value origin) {
    enum { SHOWN = 3 }; /* of one place, as in tracebacks */
    Value text = str_from_cstr("");
    const ListObject *list = AS(ListObject, origin);
    for (int64_t i = 0; text && i < list->length; i++) {
        Value entry = list->items[i], line = field_borrow(entry, 3);
        if (i >= SHOWN && object_equal(entry, list->items[i - SHOWN]) > 0 &&
            object_equal(entry, list->items[i - 1]) > 0) {
            int more = (int)repetitions(list, i);
            value_replace(&text, str_format("%S\n  [Previous line repeated %d more time%s]", text,
                                            more, more > 1 ? "s" : ""));
            i += more - 1;
            continue;
        }
        bool shown = AS(StrObject, line)->length > 0;
        value_replace(&text, str_format(shown ? "%S\n  File \"%S\", line %S, in %S\n    %S"
                                              : "%S\n  File \"%S\", line %S, in %S",
                                        text, field_borrow(entry, 0), field_borrow(entry, 1),
                                        field_borrow(entry, 2), line));
    }
    return text;
}

Value stack_created_at(const Object *object, const char *format) {
    Value origin = stack_origin(object);
    if (!origin)
        return isolate.pending ? 0 : str_from_cstr("");
    const ListObject *list = AS(ListObject, origin);
    Value last = list->items[list->length - 1];
    Value text = str_format(format, field_borrow(last, 0), field_borrow(last, 1));
    value_decref(origin);
    return text;
}
