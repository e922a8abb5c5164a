/*
 * item.c — numbers as they lie in memory: reading and writing ints of 1 to 8 bytes and floats of 2,
 * 4 and 8 bytes in either byte order. Half precision follows IEEE 754's rounding to nearest even.
 */
#include "item.h"

#include "bytes.h"

#include <math.h>

const ItemFormat *item_format(char letter) {
    static const ItemFormat formats[] = {
        {'b', ITEM_SIGNED, 1},   {'B', ITEM_UNSIGNED, 1}, {'h', ITEM_SIGNED, 2},
        {'H', ITEM_UNSIGNED, 2}, {'i', ITEM_SIGNED, 4},   {'I', ITEM_UNSIGNED, 4},
        {'l', ITEM_SIGNED, 8},   {'L', ITEM_UNSIGNED, 8}, {'q', ITEM_SIGNED, 8},
        {'Q', ITEM_UNSIGNED, 8}, {'n', ITEM_SIGNED, 8},   {'N', ITEM_UNSIGNED, 8},
        {'P', ITEM_UNSIGNED, 8}, {'e', ITEM_FLOAT, 2},    {'f', ITEM_FLOAT, 4},
        {'d', ITEM_FLOAT, 8},    {'?', ITEM_BOOL, 1},     {'c', ITEM_CHAR, 1},
    };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (formats[i].letter == letter)
            return &formats[i];
    return NULL;
}

const ItemFormat item_format_wide = {'w', ITEM_NONE, 4};

const ItemFormat *item_format_of_buffer(char letter) {
    return letter == item_format_wide.letter ? &item_format_wide : item_format(letter);
}

/* ---- bits ------------------------------------------------------------------------------------ */

/* Numbers have 1, 2, 4 or 8 bytes; all targets are little-endian. Sizes that the compiler knows
 * need no call, and no bytes that the word is then read from. */
static uint64_t bits_load(const uint8_t *data, int size, bool swapped) {
    uint64_t bits = 0;
    if (size == 8)
        memcpy(&bits, data, 8);
    else if (size == 4)
        memcpy(&bits, data, 4);
    else if (size == 2)
        bits = (uint64_t)(data[0] | data[1] << 8);
    else
        bits = *data;
    return swapped ? __builtin_bswap64(bits) >> (64 - 8 * size) : bits;
}

static void bits_store(uint64_t bits, uint8_t *data, int size, bool swapped) {
    if (swapped)
        bits = __builtin_bswap64(bits) >> (64 - 8 * size);
    data[0] = (uint8_t)bits;
    if (size == 8)
        memcpy(data, &bits, 8);
    else if (size == 4)
        memcpy(data, &bits, 4);
    else if (size == 2)
        data[1] = (uint8_t)(bits >> 8);
}

/* ---- half precision -------------------------------------------------------------------------- */

static double half_load(uint32_t half) {
    int exponent = (int)(half >> 10 & 31);
    double mantissa = half & 1023, number;
    if (exponent == 31)
        number = mantissa != 0 ? NAN : INFINITY;
    else
        number = exponent ? ldexp(1024 + mantissa, exponent - 25) : ldexp(mantissa, -24);
    return half & 0x8000 ? -number : number;
}

/* `bits` >> `shift`, rounded to the nearest, ties to even. */
static uint64_t shift_rounded(uint64_t bits, int shift) {
    uint64_t rest = bits & ((UINT64_C(1) << shift) - 1), half = UINT64_C(1) << (shift - 1);
    uint64_t result = bits >> shift;
    return result + (rest > half || (rest == half && (result & 1)));
}

static uint32_t half_bits(double number) {
    enum { BIAS = 1023, MANTISSA = 52, INFINITE = 0x7c00 };
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    uint32_t sign = (uint32_t)(bits >> 48 & 0x8000);
    int exponent = (int)(bits >> MANTISSA & 0x7ff) - BIAS;
    uint64_t mantissa = bits & ((UINT64_C(1) << MANTISSA) - 1);
    if (exponent == BIAS + 1)
        return sign | INFINITE | (mantissa ? 0x200 : 0);
    if (exponent > 15)
        return sign | INFINITE;
    if (exponent < -25)
        return sign;
    mantissa |= UINT64_C(1) << MANTISSA;
    if (exponent < -14)
        return sign | (uint32_t)shift_rounded(mantissa, 28 - exponent);
    return sign | (((uint32_t)(exponent + 14) << 10) + (uint32_t)shift_rounded(mantissa, 42));
}

/* ---- loading --------------------------------------------------------------------------------- */

static double float_load(const uint8_t *data, int size, bool swapped) {
    uint64_t bits = bits_load(data, size, swapped);
    if (size == 2)
        return half_load((uint32_t)bits);
    double number;
    if (size == 4) {
        uint32_t word = (uint32_t)bits;
        float single;
        memcpy(&single, &word, sizeof single);
        number = single;
    } else {
        memcpy(&number, &bits, sizeof number);
    }
    return number;
}

Value item_load(const ItemFormat *format, const uint8_t *data, bool swapped) {
    switch (format->kind) {
    case ITEM_SIGNED: {
        int unused = 64 - 8 * format->size;
        uint64_t bits = bits_load(data, format->size, swapped) << unused;
        return int_from_i64((int64_t)bits >> unused);
    }
    case ITEM_UNSIGNED:
        return int_from_u64(bits_load(data, format->size, swapped));
    case ITEM_FLOAT:
        return float_new(float_load(data, format->size, swapped));
    case ITEM_BOOL:
        return VALUE_BOOL(*data != 0);
    default:
        return bytes_new(data, 1);
    }
}

/* ---- storing --------------------------------------------------------------------------------- */

/* The two's complement of an int; *huge if it needs more than 64 bits, counting a sign only if it
 * is negative. */
static uint64_t int_bits(Value number, bool *negative, bool *huge) {
    int64_t word;
    if (int_word(number, &word)) {
        *negative = word < 0;
        *huge = false;
        return (uint64_t)word;
    }
    IntView view;
    int_view(&view, number);
    uint64_t magnitude = 0;
    for (uint32_t i = view.big.count; i-- > 0;)
        magnitude = magnitude << 32 | view.big.limbs[i];
    *negative = view.negative;
    *huge = view.big.count > 2 || (view.negative && magnitude > (uint64_t)INT64_MAX + 1);
    return view.negative ? -magnitude : magnitude;
}

static ItemStatus store_int(const ItemFormat *format, Value number, uint8_t *data, bool swapped) {
    bool negative, huge;
    uint64_t bits = int_bits(number, &negative, &huge);
    int width = 8 * format->size;
    if (format->kind == ITEM_SIGNED) {
        huge |= !negative && bits > INT64_MAX;
        int64_t most = (int64_t)(UINT64_MAX >> (65 - width));
        if (!huge && ((int64_t)bits > most || (int64_t)bits < -most - 1))
            return ITEM_RANGE;
    } else if (!huge && (negative || (width < 64 && bits >> width))) {
        return width == 64 ? ITEM_HUGE : ITEM_RANGE;
    }
    if (huge)
        return ITEM_HUGE;
    bits_store(bits, data, format->size, swapped);
    return ITEM_OK;
}

static ItemStatus store_index(const ItemFormat *format, Value value, uint8_t *data, bool swapped) {
    if (value_is_int(value))
        return store_int(format, value, data, swapped);
    Value (*index)(Value) = value_type(value)->slots.index;
    if (!index)
        return ITEM_BAD_TYPE;
    Value number = index(value);
    if (!number)
        return ITEM_FAILED;
    ItemStatus status =
        value_is_int(number) ? store_int(format, number, data, swapped) : ITEM_BAD_TYPE;
    value_decref(number);
    return status;
}

static ItemStatus store_float(const ItemFormat *format, Value value, uint8_t *data, bool swapped) {
    double number;
    if (!value_to_double(value, &number))
        return exc_pending_is(&rt_exc_TypeError) ? ITEM_BAD_TYPE : ITEM_FAILED;
    uint64_t bits;
    bool infinite = isinf(number);
    if (format->size == 8) {
        memcpy(&bits, &number, sizeof bits);
    } else if (format->size == 4) {
        float single = (float)number;
        uint32_t word;
        memcpy(&word, &single, sizeof word);
        bits = word;
        infinite |= !isinf(single);
    } else {
        bits = half_bits(number);
        infinite |= (bits & 0x7fff) != 0x7c00;
    }
    bits_store(bits, data, format->size, swapped);
    return infinite || format->size == 8 ? ITEM_OK : ITEM_RANGE;
}

ItemStatus item_store(const ItemFormat *format, Value value, uint8_t *data, bool swapped) {
    const uint8_t *bytes;
    int64_t size;
    int truth;
    switch (format->kind) {
    case ITEM_SIGNED:
    case ITEM_UNSIGNED:
        return store_index(format, value, data, swapped);
    case ITEM_FLOAT:
        return store_float(format, value, data, swapped);
    case ITEM_BOOL:
        truth = object_truth(value);
        if (truth < 0)
            return ITEM_FAILED;
        *data = (uint8_t)truth;
        return ITEM_OK;
    default:
        if (!value_isa(value, &rt_type_bytes) || !bytes_view(value, &bytes, &size) || size != 1)
            return ITEM_BAD_TYPE;
        *data = bytes[0];
        return ITEM_OK;
    }
}
