/*
 * fast.c — the runtime functions that generated code inlines. This file is compiled twice: into the
 * runtime library, and to bitcode that is linked into every program before optimisation. So it has
 * no state of its own, calls only functions with external linkage, and holds nothing but the short
 * common cases; the rest is behind a call (fast.h).
 */
#include "fast.h"

#include <math.h>

#define LIKELY(condition)   __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)

static inline bool both_small(Value left, Value right) {
    return left & right & 1;
}

/* ---- the stack ------------------------------------------------------------------------------- */

RT_RACES_ON_PURPOSE int32_t pyrt_stack_check(void) {
    if (UNLIKELY((char *)__builtin_frame_address(0) < isolate.stack_limit))
        return rt_safe_point();
    return 0;
}

void pyrt_depth_enter(void) {
    isolate.depth++;
}
void pyrt_depth_leave(void) {
    isolate.depth--;
}
int32_t pyrt_depth_check(void) {
    if (UNLIKELY(isolate.depth > rt_recursion_limit))
        return rt_depth_exceeded();
    return pyrt_stack_check();
}

/* ---- reference counts ------------------------------------------------------------------------ */

void pyrt_incref(Value object) {
    value_incref(object);
}
void pyrt_decref(Value object) {
    value_decref(object);
}
void pyrt_xdecref(Value object) {
    value_decref(object);
}
void pyrt_drop(Value object, const FunctionInfo *function, int64_t position) {
    if (value_is_pointer(object) && --value_object(object)->refs == 0)
        rt_dealloc_at(value_object(object), function, position);
}

/* ---- operators on any objects ---------------------------------------------------------------- */

/* Tagged words of small ints add and subtract as they are; overflow of the word is overflow of the
 * range. */
static inline bool small_add(Value left, Value right, Value *result) {
    int64_t sum;
    bool overflow = __builtin_add_overflow((int64_t)left, (int64_t)(right - 1), &sum);
    *result = (Value)sum;
    return !overflow;
}

static inline bool small_sub(Value left, Value right, Value *result) {
    int64_t difference;
    bool overflow = __builtin_sub_overflow((int64_t)left, (int64_t)(right - 1), &difference);
    *result = (Value)difference;
    return !overflow;
}

static inline bool small_mul(Value left, Value right, Value *result) {
    int64_t product;
    bool overflow = __builtin_mul_overflow((int64_t)(left - 1), value_small_int(right), &product);
    *result = (Value)product | 1;
    return !overflow;
}

/* Floor division, defined for right != 0. */
static inline int64_t floor_div(int64_t left, int64_t right) {
    int64_t quotient = left / right;
    return quotient - ((left % right != 0) & ((left < 0) != (right < 0)));
}

static inline int64_t floor_mod(int64_t left, int64_t right) {
    int64_t rest = left % right;
    bool other_sign = (rest != 0) & ((rest < 0) != (right < 0));
    return rest + (other_sign ? right : 0);
}

static inline bool small_floordiv(Value left, Value right, Value *result) {
    int64_t divisor = value_small_int(right);
    if (divisor == 0 || divisor == -1)
        return false;
    *result = value_from_small_int(floor_div(value_small_int(left), divisor));
    return true;
}

static inline bool small_mod(Value left, Value right, Value *result) {
    int64_t divisor = value_small_int(right);
    if (divisor == 0 || divisor == -1)
        return false;
    *result = value_from_small_int(floor_mod(value_small_int(left), divisor));
    return true;
}

static inline bool small_rshift(Value left, Value right, Value *result) {
    int64_t count = value_small_int(right);
    if (count < 0)
        return false;
    *result = value_from_small_int(value_small_int(left) >> (count > 63 ? 63 : count));
    return true;
}

static inline bool small_lshift(Value left, Value right, Value *result) {
    int64_t count = value_small_int(right), number = value_small_int(left);
    if (count < 0 || count > 61)
        return false;
    int64_t shifted = (int64_t)((uint64_t)number << count);
    if (shifted >> count != number || shifted > SMALL_INT_MAX || shifted < SMALL_INT_MIN)
        return false;
    *result = value_from_small_int(shifted);
    return true;
}

static inline bool small_and(Value left, Value right, Value *result) {
    *result = left & right;
    return true;
}

static inline bool small_or(Value left, Value right, Value *result) {
    *result = left | right;
    return true;
}

static inline bool small_xor(Value left, Value right, Value *result) {
    *result = (left ^ right) | 1;
    return true;
}

/* pyrt_NAME, pyrt_iNAME and pyrt_int_NAME: small ints here, the rest by call. */
#define ARITHMETIC(name, slot)                                                                     \
    Value pyrt_##name(Value left, Value right) {                                                   \
        Value result;                                                                              \
        if (LIKELY(both_small(left, right)) && LIKELY(small_##name(left, right, &result)))         \
            return result;                                                                         \
        return rt_binary_slow(left, right, slot);                                                  \
    }                                                                                              \
    Value pyrt_i##name(Value left, Value right) {                                                  \
        Value result;                                                                              \
        if (LIKELY(both_small(left, right)) && LIKELY(small_##name(left, right, &result)))         \
            return result;                                                                         \
        return rt_inplace_slow(left, right, slot);                                                 \
    }                                                                                              \
    Value pyrt_int_##name(Value left, Value right) {                                               \
        Value result;                                                                              \
        if (LIKELY(both_small(left, right)) && LIKELY(small_##name(left, right, &result)))         \
            return result;                                                                         \
        return rt_int_##name##_slow(left, right);                                                  \
    }
ARITHMETIC(add, SLOT_ADD)
ARITHMETIC(sub, SLOT_SUB)
ARITHMETIC(mul, SLOT_MUL)
ARITHMETIC(floordiv, SLOT_FLOORDIV)
ARITHMETIC(mod, SLOT_MOD)
ARITHMETIC(lshift, SLOT_LSHIFT)
ARITHMETIC(rshift, SLOT_RSHIFT)
ARITHMETIC(and, SLOT_AND)
ARITHMETIC(or, SLOT_OR)
ARITHMETIC(xor, SLOT_XOR)

#define GENERAL(name, slot)                                                                        \
    Value pyrt_##name(Value left, Value right) {                                                   \
        return rt_binary_slow(left, right, slot);                                                  \
    }                                                                                              \
    Value pyrt_i##name(Value left, Value right) {                                                  \
        return rt_inplace_slow(left, right, slot);                                                 \
    }
GENERAL(matmul, SLOT_MATMUL)
GENERAL(truediv, SLOT_TRUEDIV)
GENERAL(pow, SLOT_POW)

#define MOVED(name, slot)                                                                          \
    Value pyrt_##name##_moved(Value left, Value right) {                                           \
        Value result;                                                                              \
        if (LIKELY(both_small(left, right)) && LIKELY(small_##name(left, right, &result)))         \
            return result;                                                                         \
        return rt_moved_slow(left, right, slot, false);                                            \
    }                                                                                              \
    Value pyrt_i##name##_moved(Value left, Value right) {                                          \
        Value result;                                                                              \
        if (LIKELY(both_small(left, right)) && LIKELY(small_##name(left, right, &result)))         \
            return result;                                                                         \
        return rt_moved_slow(left, right, slot, true);                                             \
    }
MOVED(add, SLOT_ADD)
MOVED(sub, SLOT_SUB)
MOVED(mul, SLOT_MUL)

Value pyrt_truediv_moved(Value left, Value right) {
    return rt_moved_slow(left, right, SLOT_TRUEDIV, false);
}
Value pyrt_itruediv_moved(Value left, Value right) {
    return rt_moved_slow(left, right, SLOT_TRUEDIV, true);
}

Value pyrt_int_truediv(Value left, Value right) {
    return rt_int_truediv_slow(left, right);
}
Value pyrt_int_pow(Value left, Value right) {
    return rt_int_pow_slow(left, right);
}

Value pyrt_negative(Value operand) {
    if (LIKELY(value_is_small_int(operand)) && value_small_int(operand) != SMALL_INT_MIN)
        return value_from_small_int(-value_small_int(operand));
    return rt_negative_slow(operand);
}

Value pyrt_positive(Value operand) {
    return LIKELY(value_is_small_int(operand)) ? operand : rt_positive_slow(operand);
}

Value pyrt_invert(Value operand) {
    return LIKELY(value_is_small_int(operand)) ? value_from_small_int(~value_small_int(operand))
                                               : rt_invert_slow(operand);
}

Value pyrt_int_negative(Value operand) {
    if (LIKELY(value_is_small_int(operand)) && value_small_int(operand) != SMALL_INT_MIN)
        return value_from_small_int(-value_small_int(operand));
    return rt_int_negative_slow(operand);
}

Value pyrt_int_invert(Value operand) {
    return LIKELY(value_is_small_int(operand)) ? value_from_small_int(~value_small_int(operand))
                                               : rt_int_invert_slow(operand);
}

#define COMPARISON(name, op, sign)                                                                 \
    Value pyrt_##name(Value left, Value right) {                                                   \
        if (LIKELY(both_small(left, right)))                                                       \
            return VALUE_BOOL((int64_t)left sign(int64_t) right);                                  \
        return object_compare(left, right, op);                                                    \
    }                                                                                              \
    int32_t pyrt_##name##_bool(Value left, Value right) {                                          \
        if (LIKELY(both_small(left, right)))                                                       \
            return (int64_t)left sign(int64_t) right;                                              \
        return rt_compare_bool_slow(left, right, op);                                              \
    }                                                                                              \
    int32_t pyrt_int_##name(Value left, Value right) {                                             \
        if (LIKELY(both_small(left, right)))                                                       \
            return (int64_t)left sign(int64_t) right;                                              \
        return rt_int_compare(left, right) sign 0;                                                 \
    }
COMPARISON(lt, COMPARE_LT, <)
COMPARISON(le, COMPARE_LE, <=)
COMPARISON(eq, COMPARE_EQ, ==)
COMPARISON(ne, COMPARE_NE, !=)
COMPARISON(gt, COMPARE_GT, >)
COMPARISON(ge, COMPARE_GE, >=)

int32_t pyrt_truth(Value object) {
    if (object == VALUE_TRUE)
        return 1;
    if (object == VALUE_FALSE || object == VALUE_NONE)
        return 0;
    if (value_is_small_int(object))
        return object != value_from_small_int(0);
    return object_truth(object);
}

int32_t pyrt_int_truth(Value operand) {
    return operand != value_from_small_int(0);
}

int32_t pyrt_contains(Value container, Value item) {
    return object_contains(container, item);
}

/* ---- representations ------------------------------------------------------------------------- */

Value pyrt_box_i64(int64_t number) {
    if (LIKELY(number >= SMALL_INT_MIN && number <= SMALL_INT_MAX))
        return value_from_small_int(number);
    return int_from_i64(number);
}

Value pyrt_box_f64(double number) {
    return float_box(number);
}
double pyrt_float_value(Value object) {
    return AS(FloatObject, object)->number;
}

/* Neither the object nor what a slot holds is 0, so that one test tells pointers. */
static inline bool is_object(Value value) {
    return (value & 15) == 0;
}

static inline bool is_float(Value held) {
    return LIKELY(is_object(held)) && LIKELY(value_object(held)->type == &rt_type_float);
}

static inline bool holds_float(Value held) {
    return LIKELY(held != 0) && is_float(held);
}

/* A float that only the place at `held` refers to is changed where it stands. */
static inline bool change_float(Value held, double number) {
    if (!is_float(held) || UNLIKELY(value_object(held)->refs != 1))
        return false;
    AS(FloatObject, held)->number = number;
    return true;
}

/* Ints of so many bits are exact as doubles. */
enum { EXACT_BITS = 53 };

static inline bool is_exact_int(Value object) {
    int64_t number = value_small_int(object), most = (int64_t)1 << EXACT_BITS;
    return number >= -most && number <= most;
}

int32_t pyrt_is_small(Value object) {
    return value_is_small_int(object);
}

int32_t pyrt_fits_small(int64_t number) {
    int64_t twice;
    return !__builtin_add_overflow(number, number, &twice);
}

int32_t pyrt_fits_product(int64_t left, int64_t right) {
    int64_t product;
    return !__builtin_mul_overflow(left, right, &product) && pyrt_fits_small(product);
}

int32_t pyrt_is_number(Value object) {
    return value_is_small_int(object) ? is_exact_int(object) : value_is(object, &rt_type_float);
}

int32_t pyrt_is_float(Value object) {
    return is_float(object);
}

double pyrt_number_value(Value object) {
    return value_is_small_int(object) ? (double)value_small_int(object)
                                      : AS(FloatObject, object)->number;
}

/* ---- attributes ------------------------------------------------------------------------------ */

/* Attributes in slots of instances; everything else a cache may know is rt_getattr_cached's and
 * rt_setattr_cached's. */
static inline bool cache_hits_slot(Value object, const InlineCache *cache) {
    return LIKELY(is_object(object)) && LIKELY(cache->entry == value_object(object)->type) &&
           LIKELY(cached_shape(object, cache));
}

static inline Value share(Value value) {
    if (is_object(value))
        value_object(value)->refs++;
    return value;
}

Value pyrt_getattr(Value object, Value name, InlineCache *cache) {
    if (cache_hits_slot(object, cache))
        return share(*cached_slot(object, cache));
    return rt_getattr_cached(object, name, cache);
}

int32_t pyrt_setattr(Value object, Value name, Value value, InlineCache *cache) {
    if (!cache_hits_slot(object, cache))
        return rt_setattr_cached(object, name, value, cache);
    Value *slot = cached_slot(object, cache), old = *slot;
    *slot = share(value);
    if (is_object(old) && --value_object(old)->refs == 0)
        rt_dealloc(value_object(old));
    return 0;
}

int32_t pyrt_setattr_f64(Value object, Value name, double number, InlineCache *cache) {
    if (cache_hits_slot(object, cache) && change_float(*cached_slot(object, cache), number))
        return 0;
    return rt_setattr_f64_slow(object, name, number, cache);
}

/* Layouts and held floats travel as numbers, since nobody counts references to them. The slots of
 * layouts hold 0 where a member of __slots__ is unset. */

int64_t pyrt_plain_layout(Value object, Value names, uint32_t stores, InlineCache *cache) {
    if (!cache_hits_slot(object, cache))
        return rt_plain_layout_slow(object, names, stores, cache);
    __builtin_assume(cache->value != 0);
    return (int64_t)cache->value;
}

static inline Value *laid_slot(Value object, int64_t layout, uint32_t index) {
    return (Value *)((char *)value_object(object) + AS(const uint32_t, (Value)layout)[index]);
}

int64_t pyrt_held_float(Value object, int64_t layout, uint32_t index) {
    Value held = *laid_slot(object, layout, index);
    return holds_float(held) ? (int64_t)held : 0;
}

int32_t pyrt_hold_float(Value object, int64_t layout, uint32_t index, int64_t held, double number) {
    Value *slot = laid_slot(object, layout, index);
    Value old = held ? (Value)held : *slot;
    if (!held && !holds_float(old))
        return false;
    if (UNLIKELY(value_object(old)->refs != 1))
        return rt_hold_float_slow(slot, number);
    AS(FloatObject, old)->number = number;
    return true;
}

double pyrt_float_in(int64_t held) {
    return AS(FloatObject, (Value)held)->number;
}

int32_t pyrt_list_append(Value list, Value item) {
    ListObject *object = AS(ListObject, list);
    if (UNLIKELY(object->length == object->capacity))
        return list_append(list, item);
    object->items[object->length++] = value_incref(item);
    return 0;
}

/* ---- calls ----------------------------------------------------------------------------------- */

Value pyrt_call(Value callee, Value names, const Value *args, uint32_t args_count) {
    if (LIKELY(value_is(callee, &rt_type_function)) && names == 0) {
        const FunctionInfo *info = AS(FunctionObject, callee)->info;
        if (LIKELY(info->positional_count == args_count && function_is_plain(info)))
            return info->entry(callee, args);
    }
    return rt_call_slow(callee, names, args, args_count);
}

Value pyrt_class_init(Value callee, const FunctionInfo *info) {
    if (UNLIKELY(!value_is_pointer(callee)) ||
        UNLIKELY(value_type(callee)->slots.call != type_call))
        return 0;
    const HeapType *type = type_heap(AS(Type, callee));
    if (LIKELY(type->type.flags & TYPE_HEAP) && LIKELY(type->plan == PLAN_PYTHON_INIT) &&
        LIKELY(type->init->info == info))
        return OBJ(type->init);
    return 0;
}

int32_t pyrt_method_is(Value object, Value name, const FunctionInfo *info, InlineCache *cache) {
    if (LIKELY(value_is_pointer(object)) && LIKELY(cache->entry == value_object(object)->type))
        return true;
    return rt_method_is_slow(object, name, info, cache);
}

static inline double real_of_bits(uint64_t bits) {
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static inline double call_function_of_reals(double (*real)(double), double number) {
    if (real == sqrt) /* an instruction */
        return __builtin_elementwise_sqrt(number);
    return real_of_bits(rt_call_real_slow(real, number));
}

double pyrt_call_real(Value callee, double number) {
    if (!value_is(callee, &rt_type_native_function))
        return __builtin_nan("");
    return call_function_of_reals(AS(NativeFunction, callee)->method->real, number);
}

double pyrt_call_real_method(Value module, Value name, double number, InlineCache *cache) {
    if (LIKELY(cache->entry == value_object(module)))
        return call_function_of_reals(cached_real(cache), number);
    return real_of_bits(rt_call_real_method_slow(module, name, number, cache));
}

Value pyrt_method_find(Value object, Value name, InlineCache *cache) {
    if (LIKELY(cache_hits_method(object, cache)))
        return VALUE_STOP;
    return rt_method_find_slow(object, name, cache);
}

Value pyrt_call_method(Value object, Value name, InlineCache *cache, Value names, Value method,
                       const Value *args, uint32_t args_count) {
    if (UNLIKELY(value_is_pointer(method)))
        return pyrt_call(method, names, args, args_count);
    if (names == 0 && LIKELY(value_is_pointer(object)) && LIKELY(cache->kind == CACHE_METHOD) &&
        LIKELY(cache->index == args_count + 1) &&
        LIKELY(cache->entry == value_object(object)->type) &&
        (LIKELY(!cache->shape) || cached_shape(object, cache))) {
        Value *with_self = (Value *)args - 1;
        *with_self = object;
        Value function = cache->value;
        value_object(function)->refs++;
        Value result = AS(FunctionObject, function)->info->entry(function, with_self);
        value_decref(function);
        return result;
    }
    if (LIKELY(value_is_pointer(object)) && cache->kind == CACHE_DIRECT &&
        LIKELY(cache->entry == value_object(object)->type) && !rt_gc_wanted) {
        Value *with_self = (Value *)args - 1;
        *with_self = object;
        const NativeFunction *native = AS(NativeFunction, cache->value);
        return native->method->call(cache->value, with_self, args_count + 1, 0);
    }
    return rt_call_method_slow(object, name, cache, names, args, args_count);
}

void pyrt_traceback_keep(const FunctionInfo *function, const Value *variables,
                         uint32_t variables_count) {
    for (uint32_t i = 0; i < variables_count; i++)
        if (value_is_pointer(variables[i])) {
            rt_traceback_keep_slow(function, variables, variables_count);
            return;
        }
}

/* ---- coroutines ------------------------------------------------------------------------------ */

Value pyrt_coro_take(Coroutine *self) {
    Value value = self->transfer;
    self->transfer = 0;
    return value;
}

void pyrt_coro_yield(Coroutine *self, Value value) {
    self->state = CORO_YIELDED;
    self->transfer = value;
}

void pyrt_coro_async_yield(Coroutine *self, Value value) {
    self->state = CORO_YIELDED;
    self->transfer = value;
    self->flags &= (uint8_t)~CORO_ASYNC_RUNNING;
}

/* Memory of coroutines that ended in their ramp is kept for the next ones of that size: the frame
 * needs no zeroing, and generators and coroutines differ by a few words. */
Coroutine *pyrt_coro_new(const FunctionInfo *info, Value callee, int64_t frame_size) {
    uint64_t index = ((uint64_t)frame_size + PYRT_CORO_HEADER + 15) / 16;
    if (UNLIKELY(index > SIZE_CLASS_COUNT) || (info->flags & FUNCTION_ASYNC_GENERATOR) ||
        UNLIKELY(!rt_coro_spare[index]))
        return rt_coro_new_slow(info, callee, frame_size);
    Coroutine *self = rt_coro_spare[index];
    rt_coro_spare[index] = self->continuation;
    bool generator = info->flags & FUNCTION_GENERATOR;
    self->base.refs = 1;
    self->base.type = generator ? &rt_type_generator : &rt_type_coroutine;
    self->info = info;
    self->callee = value_incref(callee);
    self->transfer = self->awaiting = self->handled = 0;
    self->continuation = self->handled_previous = NULL;
    self->state = CORO_RUNNING;
    self->kind = generator ? CORO_GENERATOR : CORO_COROUTINE;
    self->await_kind = AWAIT_NOTHING;
    self->flags = info->flags & FUNCTION_HAS_HANDLERS ? CORO_HANDLERS : 0;
    self->frame_size = ((uint32_t)frame_size + 7) & ~7u;
    return self;
}

void pyrt_coro_hot_done(Coroutine *self) {
    if (UNLIKELY(isolate.pending | self->handled) || UNLIKELY(self->base.flags & OBJECT_LISTED)) {
        rt_coro_hot_done_slow(self);
        return;
    }
    value_decref(self->callee);
    uint32_t index = self->base.flags >> OBJECT_CLASS_SHIFT;
    self->base.type = NULL;
    self->continuation = rt_coro_spare[index];
    rt_coro_spare[index] = self;
}

void pyrt_coro_enter(Coroutine *self) {
    self->handled_previous = isolate.handled_owner;
    isolate.handled_owner = self;
    isolate.handled_item = &self->handled;
}

void pyrt_coro_leave(Coroutine *self) {
    Coroutine *owner = self->handled_previous;
    isolate.handled_owner = owner;
    isolate.handled_item = owner ? &owner->handled : &isolate.thread_handled;
}

/* One step of an async generator at a yield, nobody else being at it. */
Value pyrt_anext(Coroutine *self, Value iterator) {
    if (UNLIKELY(!value_is(iterator, &rt_type_async_generator)))
        return rt_anext_slow(self, iterator);
    Coroutine *generator = AS(Coroutine, iterator);
    const uint8_t relevant = CORO_HANDLERS | CORO_ASYNC_RUNNING | CORO_HOOKED;
    if (generator->state != CORO_YIELDED || (generator->flags & relevant) != CORO_HOOKED)
        return rt_anext_slow(self, iterator);
    if (pyrt_stack_check() < 0)
        return 0;
    generator->transfer = VALUE_NONE;
    generator->state = CORO_RUNNING;
    generator->flags |= CORO_ASYNC_RUNNING;
    coro_resume_frame(generator);
    if (LIKELY(generator->state == CORO_YIELDED))
        return pyrt_coro_take(generator);
    return rt_anext_stepped(self, generator);
}

Value pyrt_await_resume(Coroutine *self) {
    if (self->await_kind != AWAIT_CHILD)
        return rt_await_resume_slow(self);
    Value child = self->awaiting;
    self->awaiting = 0;
    self->await_kind = AWAIT_NOTHING;
    Value result = pyrt_coro_take(self);
    value_decref(child);
    return result;
}

/* ---- items, iteration ------------------------------------------------------------------------ */

Value pyrt_getitem_i64(Value object, int64_t index) {
    if (LIKELY(value_is(object, &rt_type_list))) {
        const ListObject *list = AS(ListObject, object);
        int64_t place = index < 0 ? index + list->length : index;
        if (LIKELY((uint64_t)place < (uint64_t)list->length))
            return value_incref(list->items[place]);
    } else if (value_is(object, &rt_type_tuple)) {
        const TupleObject *tuple = AS(TupleObject, object);
        int64_t place = index < 0 ? index + tuple->length : index;
        if (LIKELY((uint64_t)place < (uint64_t)tuple->length))
            return value_incref(tuple->items[place]);
    }
    return rt_getitem_i64_slow(object, index);
}

Value pyrt_getitem(Value object, Value key) {
    if (value_is_small_int(key))
        return pyrt_getitem_i64(object, value_small_int(key));
    return rt_getitem_slow(object, key);
}

int32_t pyrt_setitem_i64(Value object, int64_t index, Value value) {
    if (LIKELY(value_is(object, &rt_type_list))) {
        ListObject *list = AS(ListObject, object);
        int64_t place = index < 0 ? index + list->length : index;
        if (LIKELY((uint64_t)place < (uint64_t)list->length)) {
            value_replace(&list->items[place], value_incref(value));
            return 0;
        }
    }
    return rt_setitem_i64_slow(object, index, value);
}

int32_t pyrt_setitem_f64(Value object, int64_t index, double number) {
    if (LIKELY(value_is(object, &rt_type_list))) {
        const ListObject *list = AS(ListObject, object);
        int64_t place = index < 0 ? index + list->length : index;
        if (LIKELY((uint64_t)place < (uint64_t)list->length) &&
            change_float(list->items[place], number))
            return 0;
    }
    return rt_setitem_f64_slow(object, index, number);
}

int32_t pyrt_setitem(Value object, Value key, Value value) {
    if (value_is_small_int(key))
        return pyrt_setitem_i64(object, value_small_int(key), value);
    return rt_setitem_slow(object, key, value);
}

_Static_assert(offsetof(TupleObject, length) == offsetof(ListObject, length),
               "unpack reads either length");

Value pyrt_unpack(Value iterable, uint32_t count) {
    if (LIKELY(value_is(iterable, &rt_type_tuple) || value_is(iterable, &rt_type_list)) &&
        LIKELY(AS(TupleObject, iterable)->length == count)) {
        value_object(iterable)->refs++;
        return iterable;
    }
    return rt_unpack_slow(iterable, count);
}

int64_t pyrt_items_of(Value sequence) {
    Value *items = value_is(sequence, &rt_type_tuple) ? AS(TupleObject, sequence)->items
                                                      : AS(ListObject, sequence)->items;
    return (int64_t)(uintptr_t)items;
}

Value pyrt_item_at(Value sequence, int64_t items, uint32_t index) {
    (void)sequence; /* is alive as long as its items are read */
    return value_incref(((const Value *)(uintptr_t)items)[index]);
}

Value pyrt_tuple_item(Value tuple, uint32_t index) {
    return AS(TupleObject, tuple)->items[index];
}

/* A generator at a yield of its own, which needs no item of its own in the chain of handled
 * exceptions. */
static inline Value generator_step(Coroutine *generator) {
    if (pyrt_stack_check() < 0)
        return 0;
    generator->transfer = VALUE_NONE;
    generator->state = CORO_RUNNING;
    coro_resume_frame(generator);
    if (LIKELY(generator->state == CORO_YIELDED))
        return pyrt_coro_take(generator);
    return rt_generator_ended(generator);
}

Value pyrt_next(Value iterator) {
    if (LIKELY(value_is(iterator, &rt_type_generator)) &&
        LIKELY(AS(Coroutine, iterator)->state == CORO_YIELDED) &&
        !(AS(Coroutine, iterator)->flags & (CORO_HANDLERS | CORO_DELEGATES)))
        return generator_step(AS(Coroutine, iterator));
    Type *type = value_type(iterator);
    if (UNLIKELY(!type->slots.next))
        return object_next(iterator);
    Value item = type->slots.next(iterator);
    return LIKELY(item != 0) ? item : rt_next_failed();
}

/* ---- variables ------------------------------------------------------------------------------- */

Value pyrt_builtin(uint32_t index) {
    return rt_builtins[index];
}

Value pyrt_closure_cell(Value callee, uint32_t index) {
    return AS(FunctionObject, callee)->cells[index];
}

Value pyrt_cell_get(Value cell, Value name, uint32_t is_free) {
    Value value = AS(CellObject, cell)->value;
    return LIKELY(value != 0) ? value_incref(value) : rt_cell_unbound(name, is_free);
}

Value pyrt_cell_peek(Value cell) {
    return value_incref(AS(CellObject, cell)->value);
}

void pyrt_cell_set(Value cell, Value value) {
    value_replace(&AS(CellObject, cell)->value, value_incref(value));
}

/* ---- exceptions ------------------------------------------------------------------------------ */

Value pyrt_handler_enter(void) {
    Value previous = *isolate.handled_item;
    *isolate.handled_item = isolate.pending;
    isolate.pending = 0;
    return previous;
}

void pyrt_handler_leave(Value previous) {
    value_replace(isolate.handled_item, previous);
}
