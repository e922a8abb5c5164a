/*
 * mod_operator.c — the module _operator: the operators of the language as functions. operator.py
 * adds the getters, which are classes; their calls are in mod_operator_getters.c.
 */
#include "bytes.h"
#include "containers.h"
#include "object.h"
#include "operators.h"

#define BINARY(name)                                                                               \
    NATIVE(operator_##name) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        return pyrt_##name(args[0], args[1]);                                                      \
    }
/* clang-format off */
#define BINARIES(X)                                                                                \
    X(add) X(sub) X(mul) X(matmul) X(truediv) X(floordiv) X(mod) X(pow) X(lshift) X(rshift)        \
    X(and) X(or) X(xor) X(iadd) X(isub) X(imul) X(imatmul) X(itruediv) X(ifloordiv) X(imod)        \
    X(ipow) X(ilshift) X(irshift) X(iand) X(ior) X(ixor) X(lt) X(le) X(eq) X(ne) X(gt) X(ge)
/* clang-format on */
BINARIES(BINARY)
#undef BINARY

#define UNARY(name, expression)                                                                    \
    NATIVE(operator_##name) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        return expression;                                                                         \
    }
UNARY(neg, pyrt_negative(args[0]))
UNARY(pos, pyrt_positive(args[0]))
UNARY(inv, pyrt_invert(args[0]))
UNARY(index, pyrt_index(args[0]))
UNARY(is_, VALUE_BOOL(args[0] == args[1]))
UNARY(is_not, VALUE_BOOL(args[0] != args[1]))
UNARY(getitem, object_getitem(args[0], args[1]))
UNARY(setitem, object_setitem(args[0], args[1], args[2]) < 0 ? 0 : VALUE_NONE)
UNARY(delitem, object_setitem(args[0], args[1], 0) < 0 ? 0 : VALUE_NONE)
UNARY(call, object_call(args[0], args + 1, count - 1, names))
#undef UNARY

NATIVE(operator_abs) {
    NATIVE_UNUSED();
    Type *type = value_type(args[0]);
    if (!type->slots.absolute)
        return raise_error(&rt_exc_TypeError, "bad operand type for abs(): '%T'", args[0]);
    return type->slots.absolute(args[0]);
}

static Value answer(int status) {
    return status < 0 ? 0 : VALUE_BOOL(status);
}

NATIVE(operator_truth) {
    NATIVE_UNUSED();
    return answer(object_truth(args[0]));
}

NATIVE(operator_not_) {
    NATIVE_UNUSED();
    int truth = object_truth(args[0]);
    return truth < 0 ? 0 : VALUE_BOOL(!truth);
}

NATIVE(operator_contains) {
    NATIVE_UNUSED();
    return answer(object_contains(args[0], args[1]));
}

static bool is_sequence(Value value) {
    return value_type(value)->slots.getitem && !value_isa(value, &rt_type_dict);
}

static Value concat(const Value *args, BinarySlot join) {
    bool joins = type_concatenates(value_type(args[0]));
    if (!is_sequence(args[0]) || (!joins && !is_sequence(args[1])))
        return raise_error(&rt_exc_TypeError, "'%T' object can't be concatenated", args[0]);
    return join(args[0], args[1]);
}

NATIVE(operator_concat) {
    NATIVE_UNUSED();
    return concat(args, pyrt_add);
}

NATIVE(operator_iconcat) {
    NATIVE_UNUSED();
    return concat(args, pyrt_iadd);
}

/* Counts the items equal to one, or finds the first of them. */
typedef struct Search {
    Value item;
    int64_t seen, found;
    bool first_only;
} Search;

static int search_item(Value item, void *context) {
    Search *search = context;
    int equal = object_equal(item, search->item);
    if (equal < 0)
        return -1;
    search->found += equal;
    if (equal && search->first_only)
        return 1;
    search->seen++;
    return 0;
}

static int search(Value iterable, Search *search) {
    Value iterator = object_search_iter(iterable);
    int status = iterator ? object_iterate(iterator, search_item, search) : -1;
    value_decref(iterator);
    return status;
}

NATIVE(operator_countOf) {
    NATIVE_UNUSED();
    Search count_all = {.item = args[1]};
    return search(args[0], &count_all) < 0 ? 0 : int_from_i64(count_all.found);
}

NATIVE(operator_indexOf) {
    NATIVE_UNUSED();
    Search first = {.item = args[1], .first_only = true};
    if (search(args[0], &first) < 0)
        return 0;
    if (!first.found)
        return raise_error(&rt_exc_ValueError, "sequence.index(x): x not in sequence");
    return int_from_i64(first.seen);
}

NATIVE(operator_length_hint) {
    NATIVE_UNUSED();
    int64_t fallback = 0;
    if (ARG(1) && !value_is_int(args[1]))
        return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                           args[1]);
    if (ARG(1) && (fallback = object_index(args[1])) == -1 && isolate.pending)
        return 0;
    int64_t hint = object_length_hint(args[0], fallback);
    return isolate.pending ? 0 : int_from_i64(hint);
}

/* The bytes of a bytes-like object or of an ASCII str beside `other`. */
static bool digest_view(Value value, Value other, const uint8_t **data, int64_t *size) {
    const uint8_t *unused;
    int64_t unused_size;
    if (bytes_view(value, data, size))
        return true;
    if (!value_is_str(value) || !value_is_str(other)) {
        if (bytes_view(other, &unused, &unused_size))
            buffer_refused(value);
        else
            raise_error(&rt_exc_TypeError,
                        "unsupported operand types(s) or combination of types: '%T' and '%T'",
                        value, other);
        return false;
    }
    if (!AS(StrObject, value)->ascii) {
        raise_error(&rt_exc_TypeError,
                    "comparing strings with non-ASCII characters is not supported");
        return false;
    }
    size_t length;
    *data = (const uint8_t *)str_utf8(value, &length);
    *size = (int64_t)length;
    return *data != NULL;
}

/* _compare_digest(a, b): a == b in a time that does not depend on where they differ. */
NATIVE(operator_compare_digest) {
    NATIVE_UNUSED();
    const uint8_t *a, *b;
    int64_t a_size, b_size;
    if (!digest_view(args[0], args[1], &a, &a_size) || !digest_view(args[1], args[0], &b, &b_size))
        return 0;
    volatile uint8_t difference = a_size != b_size;
    const uint8_t *left = a_size == b_size ? a : b;
    for (int64_t i = 0; i < b_size; i++)
        difference |= left[i] ^ b[i];
    return VALUE_BOOL(!difference);
}

#define ROW(python_name, function, least, most)                                                    \
    { .name = #python_name, .call = operator_##function, .min_args = least, .max_args = most }
#define TWO(name) ROW(name, name, 2, 2),
static const NativeMethod functions[] = {
    TWO(add) TWO(sub) TWO(mul) TWO(matmul) TWO(truediv) TWO(floordiv) TWO(mod) TWO(pow) TWO(lshift)
        TWO(rshift) TWO(xor) TWO(iadd) TWO(isub) TWO(imul) TWO(imatmul) TWO(itruediv) TWO(ifloordiv)
            TWO(imod) TWO(ipow) TWO(ilshift) TWO(irshift) TWO(iand) TWO(ior) TWO(ixor) TWO(lt)
                TWO(le) TWO(eq) TWO(ne) TWO(gt) TWO(ge) TWO(is_) TWO(is_not) TWO(getitem)
                    TWO(delitem) TWO(contains) TWO(concat) TWO(iconcat) TWO(countOf) TWO(indexOf)
                        ROW(and_, and, 2, 2),
    ROW(or_, or, 2, 2),
    ROW(setitem, setitem, 3, 3),
    ROW(neg, neg, 1, 1),
    ROW(pos, pos, 1, 1),
    ROW(inv, inv, 1, 1),
    ROW(invert, inv, 1, 1),
    ROW(index, index, 1, 1),
    ROW(abs, abs, 1, 1),
    ROW(truth, truth, 1, 1),
    ROW(not_, not_, 1, 1),
    {.name = "call", .call = operator_call, .min_args = 1, .max_args = -1, .keywords = "*"},
    ROW(length_hint, length_hint, 1, 2),
    ROW(_compare_digest, compare_digest, 2, 2),
    ROW(_install_attr_getter, install_attr_getter, 1, 1),
    ROW(_install_item_getter, install_item_getter, 1, 1),
    ROW(_install_method_caller, install_method_caller, 1, 1),
    {0},
};

static int operator_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__operator = {"_operator", operator_init};
