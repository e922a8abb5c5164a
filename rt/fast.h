/*
 * fast.h — the slow halves of fast.c, which is also linked into programs as bitcode: everything it
 * calls has external linkage in the runtime library and is declared here or in rt.h.
 */
#ifndef PYASYNCC_RT_FAST_H
#define PYASYNCC_RT_FAST_H

#include "coro.h"
#include "object.h"

/* operate.c: operators that are not on small ints. slot: a NumberSlot, op: a CompareOp */
Value rt_binary_slow(Value left, Value right, uint32_t slot);
Value rt_inplace_slow(Value left, Value right, uint32_t slot);
/* As the second of them with `in_place`, else as the first, but takes the reference to `left` if it
 * succeeds, and may change it in place if it is the only one. */
Value rt_moved_slow(Value left, Value right, uint32_t slot, bool in_place);
int rt_compare_bool_slow(Value left, Value right, uint32_t op);
Value rt_negative_slow(Value operand);
Value rt_positive_slow(Value operand);
Value rt_invert_slow(Value operand);

/* Exact ints, when the result or an operand is no small int. */
Value rt_int_add_slow(Value left, Value right);
Value rt_int_sub_slow(Value left, Value right);
Value rt_int_mul_slow(Value left, Value right);
Value rt_int_floordiv_slow(Value left, Value right);
Value rt_int_mod_slow(Value left, Value right);
Value rt_int_pow_slow(Value left, Value right);
Value rt_int_truediv_slow(Value left, Value right);
Value rt_int_lshift_slow(Value left, Value right);
Value rt_int_rshift_slow(Value left, Value right);
Value rt_int_and_slow(Value left, Value right);
Value rt_int_or_slow(Value left, Value right);
Value rt_int_xor_slow(Value left, Value right);
Value rt_int_negative_slow(Value operand);
Value rt_int_invert_slow(Value operand);
int rt_int_compare(Value left, Value right); /* <0, 0, >0 */

/* gc.c: rt_dealloc of what the function drops at the position. */
void rt_dealloc_at(Object *object, const FunctionInfo *function, int64_t position);

/* abi_containers.c: items of other things than lists and tuples by small int. */
Value rt_getitem_slow(Value object, Value key);
Value rt_unpack_slow(Value iterable, uint32_t count); /* no tuple or list of that length */
Value rt_getitem_i64_slow(Value object, int64_t index);
int rt_setitem_slow(Value object, Value key, Value value);
int rt_setitem_i64_slow(Value object, int64_t index, Value value);
int rt_setitem_f64_slow(Value object, int64_t index, double number);

/* attr_cache.c: of sites that do not know the attribute's place, or that must make a float. */
int32_t rt_setattr_f64_slow(Value object, Value name, double number, InlineCache *cache);
/* Taken rarely, between computations whose floats should stay in registers: these preserve all that
 * their caller uses. */
#if defined(__x86_64__) && defined(__clang__)
#define RT_PRESERVES_REGISTERS __attribute__((preserve_all))
#else
#define RT_PRESERVES_REGISTERS
#endif
RT_PRESERVES_REGISTERS int64_t rt_plain_layout_slow(Value object, Value names, uint32_t stores,
                                                    InlineCache *cache);
/* Another float for a slot that does not hold the only reference to its old one. */
RT_PRESERVES_REGISTERS int32_t rt_hold_float_slow(Value *slot, double number);
/* The bits of the answer: a register for floats is none that can be preserved. */
RT_PRESERVES_REGISTERS uint64_t rt_call_real_slow(double (*real)(double), double number);
RT_PRESERVES_REGISTERS uint64_t rt_call_real_method_slow(Value module, Value name, double number,
                                                         InlineCache *cache);

/* abstract.c: the answer for a `next` slot that failed: 0, or VALUE_STOP. */
Value rt_next_failed(void);
/* object_next without its call. */
static inline Value fast_next(Value iterator) {
    Value (*next)(Value) = value_object(iterator)->type->slots.next;
    if (!next)
        return object_next(iterator);
    Value item = next(iterator);
    return item ? item : rt_next_failed();
}
Value rt_generator_ended(Coroutine *generator); /* generator.c: after a step that did not yield */
/* coro.c: memory for coroutines, by size class, linked through `continuation`; to the heap these
 * are free places. */
extern Coroutine *rt_coro_spare[];
Coroutine *rt_coro_new_slow(const FunctionInfo *info, Value callee, int64_t frame_size);
void rt_coro_hot_done_slow(Coroutine *self); /* with an exception, or with memory not to be kept */
/* coro_await.c: pyrt_anext of other iterators, or the first step; and after a step that did not
 * yield. */
Value rt_anext_slow(Coroutine *self, Value iterator);
Value rt_anext_stepped(Coroutine *self, Coroutine *generator);
Value rt_await_resume_slow(Coroutine *self); /* coro_await.c: of anything but a coroutine */

Value rt_cell_unbound(Value name, uint32_t is_free); /* cell.c */

#endif
