/*
 * sre_scanner.c — the searches that go on: SRE_Scanner, and the iterator behind Pattern.finditer.
 * Both keep the state of the search with the subject in it.
 */
#include "sre.h"

typedef struct ScannerObject {
    Object base;
    Value pattern;
    bool finished; /* no match was found */
    SreState state;
} ScannerObject;

static Value scanner_make(Type *type, PatternObject *pattern, Value string, int64_t pos,
                          int64_t endpos) {
    ScannerObject *scanner = object_new(type, sizeof(ScannerObject));
    if (!scanner)
        return 0;
    if (sre_state_init(&scanner->state, pattern, string, pos, endpos) < 0) {
        value_decref(OBJ(scanner));
        return 0;
    }
    sre_give_stack(&scanner->state);
    scanner->pattern = value_incref(OBJ(pattern));
    return OBJ(scanner);
}

Value sre_scanner_new(PatternObject *pattern, Value string, int64_t pos, int64_t endpos) {
    return scanner_make(&rt_type_sre_scanner, pattern, string, pos, endpos);
}

Value sre_iterator_new(PatternObject *pattern, Value string, int64_t pos, int64_t endpos) {
    return scanner_make(&rt_type_sre_iterator, pattern, string, pos, endpos);
}

/* The next match or None. */
static Value step(ScannerObject *scanner, int (*find)(SreState *state)) {
    SreState *state = &scanner->state;
    if (scanner->finished)
        return VALUE_NONE;
    sre_take_stack(state);
    int status = find(state);
    sre_give_stack(state);
    Value match = sre_match_new(AS(PatternObject, scanner->pattern), state, status);
    if (status > 0)
        sre_state_advance(state);
    else
        scanner->finished = true;
    return match;
}

static Value step_without_arguments(const Value *args, uint32_t count, Value names,
                                    const char *method, int (*find)(SreState *state)) {
    if (count > 1 || names)
        return raise_error(&rt_exc_TypeError, "%s() takes no arguments", method);
    return step(AS(ScannerObject, args[0]), find);
}

NATIVE(scanner_match) {
    NATIVE_UNUSED();
    return step_without_arguments(args, count, names, "match", sre_match);
}

NATIVE(scanner_search) {
    NATIVE_UNUSED();
    return step_without_arguments(args, count, names, "search", sre_search);
}

NATIVE(get_pattern) {
    NATIVE_UNUSED();
    return value_incref(AS(ScannerObject, args[0])->pattern);
}

static Value iterator_step(Value self) {
    Value match = step(AS(ScannerObject, self), sre_search);
    return match == VALUE_NONE ? VALUE_STOP : match;
}

static void scanner_dealloc(Object *self) {
    ScannerObject *scanner = (ScannerObject *)self;
    if (!scanner->pattern)
        return; /* its state was never set up */
    sre_state_drop(&scanner->state);
    value_decref(scanner->pattern);
}

static void scanner_traverse(Object *self, VisitValue visit, void *context) {
    ScannerObject *scanner = (ScannerObject *)self;
    visit(scanner->pattern, context);
    visit(scanner->state.string, context);
}

static Value scanner_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_TypeError, "cannot create '%N' instances", type);
}

#define MEMBER(name_)                                                                              \
    { .name = #name_, .call = get_##name_, .kind = METHOD_GETTER, .set = sre_set_member }

static const NativeMethod scanner_methods[] = {
    {.name = "match", .call = scanner_match, .max_args = -1, .keywords = "*"},
    {.name = "search", .call = scanner_search, .max_args = -1, .keywords = "*"},
    MEMBER(pattern),
    {0},
};

Type rt_type_sre_scanner = {
    .name = "_sre.SRE_Scanner",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(ScannerObject),
    .methods = scanner_methods,
    .slots = {.dealloc = scanner_dealloc, .traverse = scanner_traverse, .new = scanner_new_slot},
};

/* CPython iterates with iter(scanner.search, None). */
Type rt_type_sre_iterator = {
    .name = "callable_iterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(ScannerObject),
    .slots = {.dealloc = scanner_dealloc,
              .traverse = scanner_traverse,
              .iter = iterator_self,
              .next = iterator_step,
              .new = scanner_new_slot},
};
