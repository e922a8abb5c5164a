/*
 * mod_random.c — the module _random: class Random, the Mersenne Twister MT19937 (Matsumoto and
 * Nishimura, 1998), number for number as CPython's.
 */
#include "numbers.h"

#include <sys/random.h>

enum { STATE_SIZE = 624, SHIFT_SIZE = 397 };

typedef struct RandomObject {
    Object base;
    uint32_t state[STATE_SIZE];
    int32_t index;
} RandomObject;

extern Type rt_type_random;

/* ---- the generator --------------------------------------------------------------------------- */

static uint32_t mix(uint32_t high, uint32_t low) {
    uint32_t word = (high & 0x80000000u) | (low & 0x7fffffffu);
    return word >> 1 ^ (word & 1 ? 0x9908b0dfu : 0);
}

static void refill(RandomObject *self) {
    uint32_t *mt = self->state;
    for (int i = 0; i < STATE_SIZE; i++)
        mt[i] = mt[(i + SHIFT_SIZE) % STATE_SIZE] ^ mix(mt[i], mt[(i + 1) % STATE_SIZE]);
    self->index = 0;
}

static uint32_t next_word(RandomObject *self) {
    if (self->index >= STATE_SIZE)
        refill(self);
    uint32_t word = self->state[self->index++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

static void seed_word(RandomObject *self, uint32_t seed) {
    self->state[0] = seed;
    for (uint32_t i = 1; i < STATE_SIZE; i++) {
        uint32_t last = self->state[i - 1];
        self->state[i] = 1812433253u * (last ^ last >> 30) + i;
    }
    self->index = STATE_SIZE;
}

/* Seeds by an array, as init_by_array of the reference code. */
static void seed_array(RandomObject *self, const uint32_t *key, uint32_t count) {
    uint32_t *mt = self->state, i = 1, k = 0;
    seed_word(self, 19650218u);
    for (uint32_t n = count > STATE_SIZE ? count : STATE_SIZE; n; n--) {
        mt[i] = (mt[i] ^ (mt[i - 1] ^ mt[i - 1] >> 30) * 1664525u) + key[k] + k;
        if (++i >= STATE_SIZE) {
            mt[0] = mt[STATE_SIZE - 1];
            i = 1;
        }
        if (++k >= count)
            k = 0;
    }
    for (uint32_t n = STATE_SIZE - 1; n; n--) {
        mt[i] = (mt[i] ^ (mt[i - 1] ^ mt[i - 1] >> 30) * 1566083941u) - i;
        if (++i >= STATE_SIZE) {
            mt[0] = mt[STATE_SIZE - 1];
            i = 1;
        }
    }
    mt[0] = 0x80000000u;
}

/* ---- the class ------------------------------------------------------------------------------- */

static RandomObject *self_of(const Value *args) {
    return AS(RandomObject, args[0]);
}

static int seed(RandomObject *self, Value value) {
    if (!value || value == VALUE_NONE) {
        uint32_t key[STATE_SIZE];
        char *at = (char *)key;
        for (size_t left = sizeof key; left; left -= left < 256 ? left : 256, at += 256)
            if (getentropy(at, left < 256 ? left : 256) < 0)
                return raise_status(&rt_exc_OSError, "no entropy");
        seed_array(self, key, STATE_SIZE);
        return 0;
    }
    IntView view;
    if (value_is_int(value)) {
        int_view(&view, value);
    } else {
        int64_t hash = object_hash(value);
        if (hash == -1)
            return -1;
        Value number = int_from_u64((uint64_t)hash);
        if (!number)
            return -1;
        int status = seed(self, number);
        value_decref(number);
        return status;
    }
    static const uint32_t zero[1];
    seed_array(self, view.big.count ? view.big.limbs : zero, view.big.count ? view.big.count : 1);
    return 0;
}

/* The state is zero until __init__ or seed() has run. */
static Value random_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(RandomObject)));
}

static int random_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)names;
    return seed(AS(RandomObject, self), count ? args[0] : 0);
}

NATIVE(method_seed) {
    NATIVE_UNUSED();
    return seed(self_of(args), ARG(1)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_random) {
    NATIVE_UNUSED();
    uint32_t a = next_word(self_of(args)) >> 5, b = next_word(self_of(args)) >> 6;
    return float_new((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

NATIVE(method_getrandbits) {
    NATIVE_UNUSED();
    int64_t bits = object_index(args[1]);
    if (bits == -1 && isolate.pending)
        return 0;
    if (bits < 0)
        return raise_error(&rt_exc_ValueError, "number of bits must be non-negative");
    uint64_t limbs = ((uint64_t)bits + 31) / 32;
    IntObject *number = int_alloc(limbs);
    for (uint64_t i = 0; number && i < limbs; i++, bits -= 32) {
        uint32_t word = next_word(self_of(args));
        number->limbs[i] = bits < 32 ? word >> (32 - bits) : word;
    }
    return number ? int_finish_take(number, (uint32_t)limbs, false) : 0;
}

NATIVE(method_getstate) {
    NATIVE_UNUSED();
    Value words = tuple_new_empty(STATE_SIZE + 1);
    if (!words)
        return 0;
    for (int i = 0; i < STATE_SIZE; i++)
        AS(TupleObject, words)->items[i] = value_from_small_int(self_of(args)->state[i]);
    AS(TupleObject, words)->items[STATE_SIZE] = value_from_small_int(self_of(args)->index);
    return words;
}

NATIVE(method_setstate) {
    NATIVE_UNUSED();
    if (!value_isa(args[1], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "state vector must be a tuple");
    const TupleObject *words = AS(TupleObject, args[1]);
    if (words->length != STATE_SIZE + 1)
        return raise_error(&rt_exc_ValueError, "state vector is the wrong size");
    int64_t numbers[STATE_SIZE + 1];
    for (int i = 0; i <= STATE_SIZE; i++) {
        numbers[i] = object_index(words->items[i]);
        if (numbers[i] == -1 && isolate.pending)
            return 0;
    }
    if (numbers[STATE_SIZE] < 0 || numbers[STATE_SIZE] > STATE_SIZE)
        return raise_error(&rt_exc_ValueError, "invalid state");
    for (int i = 0; i < STATE_SIZE; i++)
        self_of(args)->state[i] = (uint32_t)numbers[i];
    self_of(args)->index = (int32_t)numbers[STATE_SIZE];
    return VALUE_NONE;
}

static const NativeMethod random_methods[] = {
    {.name = "seed", .call = method_seed, .max_args = 1},
    {.name = "random", .call = method_random},
    {.name = "getrandbits", .call = method_getrandbits, .min_args = 1, .max_args = 1},
    {.name = "getstate", .call = method_getstate},
    {.name = "setstate", .call = method_setstate, .min_args = 1, .max_args = 1},
    {0},
};

Type rt_type_random = {
    .name = "_random.Random",
    .basic_size = sizeof(RandomObject),
    .methods = random_methods,
    .slots = {.new = random_new, .init = random_init},
};

static int init_random(ModuleObject *module) {
    type_ready(&rt_type_random);
    return module_add_type(module, "Random", &rt_type_random);
}

const NativeModule pyrt_module__random = {"_random", init_random};
