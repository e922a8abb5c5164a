/*
 * obj_int.c — the types int and bool: slots, constructor, methods.
 */
#include "numbers.h"

#include "fast.h"

/* ---- operators ------------------------------------------------------------------------------- */

#define BOTH_INTS(left, right) (value_is_int(left) && value_is_int(right))
#define INT_SLOT(name, function)                                                                   \
    static Value name(Value left, Value right) {                                                   \
        return BOTH_INTS(left, right) ? function(left, right) : VALUE_NOTIMPLEMENTED;              \
    }
INT_SLOT(slot_add, int_add)
INT_SLOT(slot_sub, int_sub)
INT_SLOT(slot_mul, int_mul)
INT_SLOT(slot_floordiv, rt_int_floordiv_slow)
INT_SLOT(slot_mod, rt_int_mod_slow)
INT_SLOT(slot_truediv, int_true_divide)
INT_SLOT(slot_pow, int_power)
INT_SLOT(slot_lshift, int_shift_left)
INT_SLOT(slot_rshift, int_shift_right)
INT_SLOT(slot_and, rt_int_and_slow)
INT_SLOT(slot_or, rt_int_or_slow)
INT_SLOT(slot_xor, rt_int_xor_slow)

static Value slot_divmod(Value left, Value right) {
    Value parts[2] = {0, 0};
    if (!BOTH_INTS(left, right))
        return VALUE_NOTIMPLEMENTED;
    if (int_divmod(left, right, &parts[0], &parts[1]) < 0)
        return 0;
    Value result = tuple_new(parts, 2);
    value_decref(parts[0]);
    value_decref(parts[1]);
    return result;
}

static Value slot_compare(Value left, Value right, CompareOp op) {
    if (!BOTH_INTS(left, right))
        return VALUE_NOTIMPLEMENTED;
    int order = int_compare(left, right);
    return compare_answer(order, op);
}

static Value slot_repr(Value self) {
    return int_to_str(self, 10, false);
}

static int slot_truth(Value self) {
    return int_sign(self) != 0;
}

static Value slot_absolute(Value self) {
    return int_sign(self) < 0 ? int_negate(self) : int_exact(self);
}

static Value slot_to_float(Value self) {
    double number = int_to_double(self);
    return number == -1.0 && isolate.pending ? 0 : float_new(number);
}

/* ---- int(x), int(text, base) ----------------------------------------------------------------- */

static Value checked_int(Value result, const char *method) {
    if (!result || value_is_small_int(result) || value_is(result, &rt_type_int))
        return result;
    if (value_is_int(result)) {
        Value exact = int_exact(result);
        value_decref(result);
        return exact;
    }
    raise_error(&rt_exc_TypeError, "%s returned non-int (type %T)", method, result);
    value_decref(result);
    return 0;
}

Value int_from_object(Value object) {
    const TypeSlots *slots = &value_type(object)->slots;
    const uint8_t *data;
    int64_t size;
    if (value_is_small_int(object) || value_is(object, &rt_type_int))
        return value_incref(object);
    if (value_is(object, &rt_type_str))
        return int_from_text(object, 10);
    if (slots->to_int)
        return checked_int(slots->to_int(object), "__int__");
    if (slots->index)
        return checked_int(slots->index(object), "__index__");
    Value trunc = object_lookup_special(object, str_name("__trunc__"));
    if (trunc) {
        Value whole = object_call0(trunc);
        value_decref(trunc);
        Value result = 0;
        if (whole && !value_is_int(whole) && !value_type(whole)->slots.index)
            raise_error(&rt_exc_TypeError, "__trunc__ returned non-Integral (type %T)", whole);
        else if (whole)
            result = int_from_object(whole);
        value_decref(whole);
        return result;
    }
    if (isolate.pending)
        return 0;
    if (value_is_str(object))
        return int_from_text(object, 10);
    if (bytes_view(object, &data, &size))
        return int_from_latin1(data, size, 10);
    return raise_error(&rt_exc_TypeError,
                       "int() argument must be a string, a bytes-like object or a real number, not "
                       "'%T'",
                       object);
}

static Value from_text_in_base(Value object, Value base_value) {
    const uint8_t *data;
    int64_t size, base;
    if (object_index_clamped(base_value, &base) < 0)
        return 0;
    if (base != 0 && (base < 2 || base > 36))
        return raise_error(&rt_exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (value_is_str(object))
        return int_from_text(object, (int)base);
    bool is_text = value_isa(object, &rt_type_bytes) || value_isa(object, &rt_type_bytearray);
    if (is_text && bytes_view(object, &data, &size))
        return int_from_latin1(data, size, (int)base);
    return raise_error(&rt_exc_TypeError, "int() can't convert non-string with explicit base");
}

/* The number as an instance of a subclass. Steals `number`. */
static Value as_subclass_take(Type *type, Value number) {
    if (!number || type == &rt_type_int)
        return number;
    IntView view;
    int_view(&view, number);
    IntObject *object =
        object_new(type, sizeof(IntObject) + (view.big.count + 1) * sizeof(uint32_t));
    if (object) {
        object->sign = view.negative ? -1 : view.big.count ? 1 : 0;
        object->limb_count = view.big.count;
        memcpy(object->limbs, view.big.limbs, view.big.count * sizeof(uint32_t));
    }
    value_decref(number);
    return OBJ(object);
}

NATIVE(int_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    Value object = ARG(0), base = ARG(1);
    if (!object && base)
        return raise_error(&rt_exc_TypeError, "int() missing string argument");
    Value number = !object ? value_from_small_int(0)
                   : base  ? from_text_in_base(object, base)
                           : int_from_object(object);
    return as_subclass_take(type, number);
}

static Value int_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {
        .kind = METHOD_STATIC, .name = "int", .call = int_make, .max_args = 2, .keywords = " base"};
    if (!names && count > 2)
        return raise_error(&rt_exc_TypeError, "int() takes at most 2 arguments (%d given)",
                           (int)count);
    if (!names && count == 1 && type == &rt_type_int)
        return int_from_object(args[0]);
    return call_spec(&spec, type, args, count, names);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_self) {
    NATIVE_UNUSED();
    return int_exact(args[0]);
}

NATIVE(method_zero) {
    NATIVE_UNUSED();
    return value_from_small_int(0);
}

NATIVE(method_one) {
    NATIVE_UNUSED();
    return value_from_small_int(1);
}

NATIVE(method_bit_length) {
    NATIVE_UNUSED();
    IntView view;
    int_view(&view, args[0]);
    return int_from_u64(big_bits(view.big));
}

NATIVE(method_bit_count) {
    NATIVE_UNUSED();
    IntView view;
    int_view(&view, args[0]);
    int64_t bits = 0;
    for (uint32_t i = 0; i < view.big.count; i++)
        bits += __builtin_popcount(view.big.limbs[i]);
    return value_from_small_int(bits);
}

NATIVE(method_as_integer_ratio) {
    NATIVE_UNUSED();
    Value parts[] = {int_exact(args[0]), value_from_small_int(1)};
    Value result = parts[0] ? tuple_new(parts, 2) : 0;
    value_decref(parts[0]);
    return result;
}

/* round(n, -k): to a multiple of 10^k, half to even. */
static Value round_to(Value number, int64_t digits) {
    Value exponent = int_from_i64(-digits), unit = 0, rest = 0, twice = 0, result = 0;
    if (exponent)
        unit = int_power(value_from_small_int(10), exponent);
    if (!unit || int_divmod(number, unit, NULL, &rest) < 0)
        goto done;
    Value down = int_sub(number, rest);
    twice = int_add(rest, rest);
    if (!down || !twice)
        goto done;
    int order = int_compare(twice, unit);
    if (order == 0) { /* the multiple of 10^k that is even */
        Value times = 0;
        IntView view;
        if (int_divmod(down, unit, &times, NULL) < 0)
            goto done;
        int_view(&view, times);
        order = view.big.count && (view.big.limbs[0] & 1) ? 1 : -1;
        value_decref(times);
    }
    result = order > 0 ? int_add(down, unit) : value_incref(down);
    value_decref(down);
done:
    value_decref(exponent);
    value_decref(unit);
    value_decref(rest);
    value_decref(twice);
    return result;
}

NATIVE(method_round) {
    NATIVE_UNUSED();
    if (!ARG(1)) /* None is no number of digits: round() leaves it out */
        return int_exact(args[0]);
    int64_t digits;
    if (object_index_clamped(args[1], &digits) < 0)
        return 0;
    return digits >= 0 ? int_exact(args[0]) : round_to(args[0], digits);
}

/* ---- to_bytes, from_bytes -------------------------------------------------------------------- */

/* 1 little, 0 big, -1 failed */
static int read_byteorder(const char *method, Value order) {
    if (!order)
        return 0;
    if (!value_is_str(order))
        return raise_status(&rt_exc_TypeError, "%s() argument 'byteorder' must be str, not %A",
                            method, order);
    if (str_equal_cstr(order, "little"))
        return 1;
    if (str_equal_cstr(order, "big"))
        return 0;
    return raise_status(&rt_exc_ValueError, "byteorder must be either 'little' or 'big'");
}

void int_fill_bytes(uint8_t *out, int64_t size, const IntView *view) {
    uint32_t carry = 1;
    for (int64_t i = 0; i < size; i++) {
        uint32_t limb = (uint64_t)i / 4 < view->big.count ? view->big.limbs[i / 4] : 0;
        uint32_t byte = limb >> (i % 4 * 8) & 0xff;
        if (view->negative) {
            byte = (~byte & 0xff) + carry;
            carry = byte >> 8;
        }
        out[i] = (uint8_t)byte;
    }
}

/* Does the number need no more than this many bytes? */
static bool fits_bytes(const IntView *view, int64_t size, bool is_signed) {
    uint64_t bits = big_bits(view->big);
    if (!is_signed)
        return (bits + 7) / 8 <= (uint64_t)size;
    if (view->negative && bits) { /* -2^(n-1) fits */
        bool power = true;
        for (uint32_t i = 0; i + 1 < view->big.count; i++)
            power &= view->big.limbs[i] == 0;
        uint32_t top = view->big.limbs[view->big.count - 1];
        bits -= power && (top & (top - 1)) == 0;
    }
    return bits == 0 ? size > 0 || view->big.count == 0 : bits / 8 + 1 <= (uint64_t)size;
}

static void reverse_bytes(uint8_t *data, int64_t size) {
    for (int64_t i = 0, k = size - 1; i < k; i++, k--) {
        uint8_t byte = data[i];
        data[i] = data[k];
        data[k] = byte;
    }
}

enum { WORD_BYTES = 8 };

/* A word's lowest bytes, filled up with its sign. */
static void word_fill_bytes(uint8_t *out, int64_t size, int64_t word, bool little) {
    for (int64_t i = 0; i < size; i++) {
        out[little ? i : size - 1 - i] = (uint8_t)word;
        word >>= 8;
    }
}

static bool word_fits_bytes(int64_t word, int64_t size, bool is_signed) {
    if (size >= WORD_BYTES)
        return true;
    if (!is_signed)
        return word >> 8 * size == 0;
    return word >> (size ? 8 * size - 1 : 0) ==
           word >> 63; /* -1 fits no bytes, too, as in CPython */
}

/* number.to_bytes() of a small int. */
static Value word_to_bytes(int64_t word, int64_t size, bool little, bool is_signed) {
    uint8_t few[4 * WORD_BYTES];
    if (word < 0 && !is_signed)
        return raise_error(&rt_exc_OverflowError, "can't convert negative int to unsigned");
    if (!word_fits_bytes(word, size, is_signed))
        return raise_error(&rt_exc_OverflowError, "int too big to convert");
    word_fill_bytes(few, size, word, little);
    return bytes_new(few, (size_t)size);
}

NATIVE(method_to_bytes) {
    NATIVE_UNUSED();
    int64_t size = ARG(1) ? object_index(args[1]) : 1;
    if (size == -1 && isolate.pending)
        return 0;
    int little = read_byteorder("to_bytes", ARG(2)), is_signed = ARG(3) ? object_truth(args[3]) : 0;
    if (little < 0 || is_signed < 0)
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "length argument must be non-negative");
    if (value_is_small_int(args[0]) && size <= 4 * WORD_BYTES)
        return word_to_bytes(value_small_int(args[0]), size, little, is_signed);
    IntView view;
    int_view(&view, args[0]);
    if (view.negative && !is_signed)
        return raise_error(&rt_exc_OverflowError, "can't convert negative int to unsigned");
    if (!fits_bytes(&view, size, is_signed))
        return raise_error(&rt_exc_OverflowError, "int too big to convert");
    uint8_t *data = mem_alloc_items(size, 1);
    if (!data)
        return 0;
    int_fill_bytes(data, size, &view);
    if (!little)
        reverse_bytes(data, size);
    Value result = bytes_new(data, (size_t)size);
    mem_free(data);
    return result;
}

static Value word_from_bytes(const uint8_t *data, int64_t size, bool little, bool is_signed) {
    bool negative = is_signed && size && data[little ? size - 1 : 0] & 0x80;
    uint64_t word = negative ? UINT64_MAX : 0;
    for (int64_t i = 0; i < size; i++)
        word = word << 8 | data[little ? size - 1 - i : i];
    return is_signed ? int_from_i64((int64_t)word) : int_from_u64(word);
}

Value int_from_bytes(const uint8_t *data, int64_t size, bool little, bool is_signed) {
    if (size <= WORD_BYTES)
        return word_from_bytes(data, size, little, is_signed);
    uint64_t count = (uint64_t)size / 4 + 1;
    IntObject *number = int_alloc(count);
    if (!number)
        return 0;
    for (int64_t i = 0; i < size; i++)
        number->limbs[i / 4] |= (uint32_t)data[little ? i : size - 1 - i] << (i % 4 * 8);
    bool negative = is_signed && size && data[little ? size - 1 : 0] & 0x80;
    if (negative) { /* 2^(8 * size) - n */
        uint64_t carry = 1;
        for (int64_t i = 0; i < size; i++) {
            uint32_t shift = (uint32_t)(i % 4 * 8), *limb = &number->limbs[i / 4];
            carry += ~(*limb >> shift) & 0xff;
            *limb = (*limb & ~(0xffu << shift)) | (uint32_t)(carry & 0xff) << shift;
            carry >>= 8;
        }
    }
    return int_finish_take(number, (uint32_t)count, negative);
}

static bool has_bytes_method(Value value) {
    return type_lookup_borrow(value_type(value), str_name("__bytes__")) != 0;
}

NATIVE(method_from_bytes) {
    NATIVE_UNUSED();
    int little = read_byteorder("from_bytes", ARG(2)),
        is_signed = ARG(3) ? object_truth(args[3]) : 0;
    if (little < 0 || is_signed < 0)
        return 0;
    const uint8_t *data;
    int64_t size;
    Value list = 0, number;
    if (bytes_view(args[1], &data, &size)) {
        number = int_from_bytes(data, size, little, is_signed);
    } else if (value_is_str(args[1]) ||
               (!value_type(args[1])->slots.iter && !has_bytes_method(args[1]))) {
        return raise_error(&rt_exc_TypeError, "cannot convert '%T' object to bytes", args[1]);
    } else {
        list = object_call1(OBJ(&rt_type_bytes), args[1]);
        if (!list || !bytes_view(list, &data, &size))
            return 0;
        number = int_from_bytes(data, size, little, is_signed);
        value_decref(list);
    }
    if (!number || args[0] == OBJ(&rt_type_int))
        return number;
    Value result = object_call1(args[0], number);
    value_decref(number);
    return result;
}

#define METHOD(python_name, function)                                                              \
    { .name = python_name, .call = function }
#define GETTER(python_name, function)                                                              \
    { .name = python_name, .call = function, .kind = METHOD_GETTER }
/* The number as an exact int: what __new__ makes an instance of a subclass from. */
NATIVE(method_getnewargs) {
    NATIVE_UNUSED();
    Value number = int_exact(args[0]), result = number ? tuple_new(&number, 1) : 0;
    value_decref(number);
    return result;
}

static const NativeMethod int_methods[] = {
    {.name = "__getnewargs__", .call = method_getnewargs},
    METHOD("conjugate", method_self),
    METHOD("bit_length", method_bit_length),
    METHOD("bit_count", method_bit_count),
    METHOD("as_integer_ratio", method_as_integer_ratio),
    METHOD("__trunc__", method_self),
    METHOD("__floor__", method_self),
    METHOD("__ceil__", method_self),
    GETTER("real", method_self),
    GETTER("imag", method_zero),
    GETTER("numerator", method_self),
    GETTER("denominator", method_one),
    {.name = "__round__", .call = method_round, .max_args = 1},
    {.name = "to_bytes",
     .call = method_to_bytes,
     .max_args = 2,
     .keywords = "length byteorder signed"},
    {.name = "from_bytes",
     .call = method_from_bytes,
     .min_args = 1,
     .max_args = 2,
     .kind = METHOD_CLASS,
     .keywords = "bytes byteorder signed"},
    {0},
};

Type rt_type_int = {
    .name = "int",
    .flags = TYPE_INT_SUBCLASS,
    .basic_size = sizeof(IntObject),
    .methods = int_methods,
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an "
           "integer, or return 0 if no arguments\nare given.",
    .slots = {.repr = slot_repr,
              .format = int_format,
              .hash = int_hash,
              .compare = slot_compare,
              .truth = slot_truth,
              .negative = int_negate,
              .positive = int_exact,
              .invert = rt_int_invert_slow,
              .absolute = slot_absolute,
              .index = int_exact,
              .to_int = int_exact,
              .to_float = slot_to_float,
              .number = {[SLOT_ADD] = slot_add,
                         [SLOT_SUB] = slot_sub,
                         [SLOT_MUL] = slot_mul,
                         [SLOT_TRUEDIV] = slot_truediv,
                         [SLOT_FLOORDIV] = slot_floordiv,
                         [SLOT_MOD] = slot_mod,
                         [SLOT_POW] = slot_pow,
                         [SLOT_LSHIFT] = slot_lshift,
                         [SLOT_RSHIFT] = slot_rshift,
                         [SLOT_AND] = slot_and,
                         [SLOT_OR] = slot_or,
                         [SLOT_XOR] = slot_xor,
                         [SLOT_DIVMOD] = slot_divmod},
              .new = int_new_slot},
};

/* ---- bool ------------------------------------------------------------------------------------ */

static Value bool_repr(Value self) {
    return str_name(self == VALUE_TRUE ? "True" : "False");
}

#define BOOL_SLOT(name, operator, function)                                                        \
    static Value name(Value left, Value right) {                                                   \
        if (!BOTH_INTS(left, right))                                                               \
            return VALUE_NOTIMPLEMENTED;                                                           \
        bool bools = value_is_int(left) && !value_is_small_int(left) && !value_is_pointer(left) && \
                     !value_is_small_int(right) && !value_is_pointer(right);                       \
        return bools ? VALUE_BOOL((left == VALUE_TRUE) operator(right == VALUE_TRUE))              \
                     : function(left, right);                                                      \
    }
BOOL_SLOT(bool_and, &, rt_int_and_slow)
BOOL_SLOT(bool_or, |, rt_int_or_slow)
BOOL_SLOT(bool_xor, !=, rt_int_xor_slow)

static Value bool_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type;
    if (names)
        return raise_error(&rt_exc_TypeError, "bool() takes no keyword arguments");
    if (count > 1)
        return raise_error(&rt_exc_TypeError, "bool expected at most 1 argument, got %d",
                           (int)count);
    int truth = count ? object_truth(args[0]) : 0;
    return truth < 0 ? 0 : VALUE_BOOL(truth);
}

static Value bool_format(Value self, Value spec) {
    return AS(StrObject, spec)->length ? int_format(self, spec) : bool_repr(self);
}

Type rt_type_bool = {
    .name = "bool",
    .flags = TYPE_INT_SUBCLASS | TYPE_FINAL,
    .base_type = &rt_type_int,
    .basic_size = sizeof(IntObject),
    .doc =
        "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe "
        "builtins True and False are the only two instances of the class bool.\nThe class bool is "
        "a subclass of the class int, and cannot be subclassed.",
    .slots = {.repr = bool_repr,
              .format = bool_format,
              .number = {[SLOT_AND] = bool_and, [SLOT_OR] = bool_or, [SLOT_XOR] = bool_xor},
              .new = bool_new},
};
