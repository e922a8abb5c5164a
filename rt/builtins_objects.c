/*
 * builtins_objects.c — built-in functions about single objects: attributes, text, numbers, classes,
 * iterators; and those that a compiled program cannot have.
 */
#include "builtins.h"
#include "coro.h"
#include "numbers.h"
#include "object.h"

/* ---- attributes ------------------------------------------------------------------------------ */

static Value attribute_name(Value name) {
    if (value_isa(name, &rt_type_str))
        return attr_interned(name);
    return raise_error(&rt_exc_TypeError, "attribute name must be string, not '%T'", name);
}

BUILTIN_FUNCTION(getattr) {
    NATIVE_UNUSED();
    Value name = attribute_name(args[1]);
    if (!name)
        return 0;
    bool failed = false;
    Value result =
        count > 2 ? object_getattr_optional(args[0], name, &failed) : object_getattr(args[0], name);
    value_decref(name);
    if (!result && count > 2 && !failed)
        return value_incref(args[2]);
    return result;
}

BUILTIN_FUNCTION(hasattr) {
    NATIVE_UNUSED();
    Value name = attribute_name(args[1]);
    if (!name)
        return 0;
    bool failed = false;
    Value result = object_getattr_optional(args[0], name, &failed);
    value_decref(name);
    value_decref(result);
    return failed ? 0 : VALUE_BOOL(result != 0);
}

static Value store_attribute(Value object, Value text, Value value) {
    Value name = attribute_name(text);
    int status = name ? object_setattr(object, name, value) : -1;
    value_decref(name);
    return status < 0 ? 0 : VALUE_NONE;
}

BUILTIN_FUNCTION(setattr) {
    NATIVE_UNUSED();
    return store_attribute(args[0], args[1], args[2]);
}

BUILTIN_FUNCTION(delattr) {
    NATIVE_UNUSED();
    return store_attribute(args[0], args[1], 0);
}

/* These three are compiled in place where they are called; as values they cannot know their caller.
 */
static Value needs_direct_call(const char *name) {
    return raise_error(&rt_exc_RuntimeError, "%s() must be called directly in a compiled program",
                       name);
}

BUILTIN_FUNCTION(globals) {
    NATIVE_UNUSED();
    return needs_direct_call("globals");
}

BUILTIN_FUNCTION(locals) {
    NATIVE_UNUSED();
    return needs_direct_call("locals");
}

BUILTIN_FUNCTION(vars) {
    NATIVE_UNUSED();
    if (count == 0)
        return needs_direct_call("vars");
    bool failed = false;
    Value dict = object_getattr_optional(args[0], str_name("__dict__"), &failed);
    if (!dict && !failed)
        return raise_error(&rt_exc_TypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

BUILTIN_FUNCTION(dir) {
    NATIVE_UNUSED();
    if (count == 0)
        return needs_direct_call("dir");
    Value method = object_lookup_special(args[0], str_name("__dir__"));
    Value listed = method ? object_call0(method) : 0;
    if (!method && !isolate.pending)
        return raise_error(&rt_exc_TypeError, "object does not provide __dir__");
    Value list = listed ? list_from_iterable(listed) : 0;
    value_decref(listed);
    value_decref(method);
    if (list && list_sort(list, 0, false) < 0) {
        value_decref(list);
        return 0;
    }
    return list;
}

/* ---- text ------------------------------------------------------------------------------------ */

BUILTIN_FUNCTION(repr) {
    NATIVE_UNUSED();
    return object_repr(args[0]);
}

BUILTIN_FUNCTION(ascii) {
    NATIVE_UNUSED();
    return object_ascii(args[0]);
}

BUILTIN_FUNCTION(format) {
    NATIVE_UNUSED();
    if (count > 1 && !value_isa(args[1], &rt_type_str))
        return args[1] == VALUE_NONE
                   ? raise_error(&rt_exc_TypeError, "format() argument 2 must be str, not None")
                   : raise_error(&rt_exc_TypeError, "format() argument 2 must be str, not %A",
                                 args[1]);
    return object_format(args[0], count > 1 ? args[1] : str_name(""));
}

BUILTIN_FUNCTION(chr) {
    NATIVE_UNUSED();
    int code;
    if (object_c_int(args[0], &code) < 0)
        return 0;
    if (code < 0 || code > 0x10ffff)
        return raise_error(&rt_exc_ValueError, "chr() arg not in range(0x110000)");
    return str_from_char((uint32_t)code);
}

BUILTIN_FUNCTION(ord) {
    NATIVE_UNUSED();
    Value object = args[0];
    int64_t length;
    if (value_isa(object, &rt_type_str)) {
        const StrObject *str = AS(StrObject, object);
        if (str->length == 1)
            return value_from_small_int(str_char_at(str, 0));
        length = str->length;
    } else if (value_isa(object, &rt_type_bytes) || value_isa(object, &rt_type_bytearray)) {
        length = object_len(object);
        if (length == 1)
            return object_getitem(object, value_from_small_int(0));
    } else {
        return raise_error(&rt_exc_TypeError, "ord() expected string of length 1, but %T found",
                           object);
    }
    return raise_error(&rt_exc_TypeError,
                       "ord() expected a character, but string of length %lld found",
                       (long long)length);
}

/* An int with its prefix. */
static Value in_base(Value number, int base) {
    Value index = pyrt_index(number);
    Value result = index ? int_to_str(index, base, true) : 0;
    value_decref(index);
    return result;
}

BUILTIN_FUNCTION(bin) {
    NATIVE_UNUSED();
    return in_base(args[0], 2);
}

BUILTIN_FUNCTION(oct) {
    NATIVE_UNUSED();
    return in_base(args[0], 8);
}

BUILTIN_FUNCTION(hex) {
    NATIVE_UNUSED();
    return in_base(args[0], 16);
}

/* ---- numbers --------------------------------------------------------------------------------- */

BUILTIN_FUNCTION(abs) {
    NATIVE_UNUSED();
    return number_absolute(args[0]);
}

BUILTIN_FUNCTION(divmod) {
    NATIVE_UNUSED();
    return object_binary(args[0], args[1], SLOT_DIVMOD);
}

static bool raises_as(Value value, const Type *type) {
    return value_type(value)->slots.number[SLOT_POW] == type->slots.number[SLOT_POW];
}

/* A number whose class has no __pow__ of its own. */
static bool is_number(Value value) {
    return raises_as(value, &rt_type_int) || raises_as(value, &rt_type_float) ||
           raises_as(value, &rt_type_complex);
}

/* pow(a, b, c) through a.__pow__(b, c), for operands that are not all ints. */
static Value power_modulo(Value base, Value exponent, Value modulus) {
    const Value operands[3] = {base, exponent, modulus}; /* the types are asked in this order */
    for (int i = 0; i < 3; i++) {
        if (value_isa(operands[i], &rt_type_float))
            return raise_error(&rt_exc_TypeError,
                               "pow() 3rd argument not allowed unless all arguments are integers");
        if (value_isa(operands[i], &rt_type_complex) && is_number(base) && is_number(exponent))
            return raise_error(&rt_exc_ValueError, "complex modulo");
        if (!is_number(base))
            break;
    }
    if (is_number(base))
        return raise_error(&rt_exc_TypeError,
                           "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base,
                           exponent, modulus);
    Value method = object_lookup_special(base, str_name("__pow__"));
    if (!method)
        return isolate.pending
                   ? 0
                   : raise_error(&rt_exc_TypeError,
                                 "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'",
                                 base, exponent, modulus);
    Value arguments[2] = {exponent, modulus};
    Value result = object_call(method, arguments, 2, 0);
    value_decref(method);
    if (result == VALUE_NOTIMPLEMENTED)
        return raise_error(&rt_exc_TypeError,
                           "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base,
                           exponent, modulus);
    return result;
}

BUILTIN_FUNCTION(pow) {
    NATIVE_UNUSED();
    Value modulus = args[2];
    if (!modulus || modulus == VALUE_NONE)
        return object_binary(args[0], args[1], SLOT_POW);
    if (raises_as(args[0], &rt_type_int) && value_is_int(args[1]) && value_is_int(modulus))
        return int_pow_mod(args[0], args[1], modulus);
    return power_modulo(args[0], args[1], modulus);
}

BUILTIN_FUNCTION(round) {
    NATIVE_UNUSED();
    Value name = str_name("__round__"), plain = type_lookup_borrow(value_type(args[0]), name);
    if (plain &&
        (value_is(plain, &rt_type_function) || value_is(plain, &rt_type_method_descriptor)))
        return object_call(plain, args, 1 + (args[1] && args[1] != VALUE_NONE), 0);
    Value method = object_lookup_special(args[0], name);
    if (!method)
        return isolate.pending ? 0
                               : raise_error(&rt_exc_TypeError,
                                             "type %T doesn't define __round__ method", args[0]);
    bool has_digits = args[1] && args[1] != VALUE_NONE;
    Value result = object_call(method, args + 1, has_digits, 0);
    value_decref(method);
    return result;
}

BUILTIN_FUNCTION(hash) {
    NATIVE_UNUSED();
    int64_t hash = object_hash(args[0]);
    return hash == -1 ? 0 : int_from_i64(hash);
}

BUILTIN_FUNCTION(id) {
    NATIVE_UNUSED();
    return int_from_u64(args[0]);
}

BUILTIN_FUNCTION(len) {
    NATIVE_UNUSED();
    int64_t length = object_len(args[0]);
    return length < 0 ? 0 : value_from_small_int(length);
}

/* ---- classes --------------------------------------------------------------------------------- */

BUILTIN_FUNCTION(callable) {
    NATIVE_UNUSED();
    return VALUE_BOOL(object_callable(args[0]));
}

BUILTIN_FUNCTION(isinstance) {
    NATIVE_UNUSED();
    int result = object_isinstance(args[0], args[1]);
    return result < 0 ? 0 : VALUE_BOOL(result);
}

BUILTIN_FUNCTION(issubclass) {
    NATIVE_UNUSED();
    int result = object_issubclass(args[0], args[1]);
    return result < 0 ? 0 : VALUE_BOOL(result);
}

BUILTIN_FUNCTION(build_class) {
    NATIVE_UNUSED();
    return needs_direct_call("__build_class__");
}

/* ---- iterators ------------------------------------------------------------------------------- */

BUILTIN_FUNCTION(iter) {
    NATIVE_UNUSED();
    if (count == 1)
        return object_iter(args[0]);
    if (!object_callable(args[0]))
        return raise_error(&rt_exc_TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(args[0], args[1]);
}

BUILTIN_FUNCTION(next) {
    NATIVE_UNUSED();
    Type *type = value_type(args[0]);
    if (count == 1 && type->slots.send && type->slots.next) { /* its StopIteration has a value */
        Value result = 0;
        int status = type->slots.send(args[0], VALUE_NONE, &result);
        return iterator_answer(status, result);
    }
    if (count == 1 && (type->flags & TYPE_HEAP)) { /* so may that of a __next__ in Python */
        Value method = object_lookup_special(args[0], str_name("__next__"));
        if (method || isolate.pending) {
            Value result = method ? object_call0(method) : 0;
            value_decref(method);
            return result;
        }
    }
    Value item = object_next(args[0]);
    if (item != VALUE_STOP)
        return item;
    return count > 1 ? value_incref(args[1]) : raise_stop_iteration(VALUE_NONE);
}

BUILTIN_FUNCTION(aiter) {
    NATIVE_UNUSED();
    Type *type = value_type(args[0]);
    if (!type->slots.aiter)
        return raise_error(&rt_exc_TypeError, "'%T' object is not an async iterable", args[0]);
    Value iterator = type->slots.aiter(args[0]);
    if (iterator && !value_type(iterator)->slots.anext) {
        raise_error(&rt_exc_TypeError, "aiter() returned not an async iterator of type '%T'",
                    iterator);
        value_decref(iterator);
        return 0;
    }
    return iterator;
}

BUILTIN_FUNCTION(anext) {
    NATIVE_UNUSED();
    Type *type = value_type(args[0]);
    if (!type->slots.anext)
        return raise_error(&rt_exc_TypeError, "'%T' object is not an async iterator", args[0]);
    Value awaitable = type->slots.anext(args[0]);
    if (!awaitable || count == 1)
        return awaitable;
    Value result = anext_default_new(awaitable, args[1]);
    value_decref(awaitable);
    return result;
}

/* ---- what a compiled program does not have --------------------------------------------------- */

static Value not_available(const char *name) {
    return raise_error(&rt_exc_NotImplementedError,
                       "%s() is not available in a program compiled ahead of time", name);
}

BUILTIN_FUNCTION(help) {
    NATIVE_UNUSED();
    return not_available("help");
}

BUILTIN_FUNCTION(breakpoint) {
    NATIVE_UNUSED();
    return not_available("breakpoint");
}

Value (*rt_import_by_name)(const Value *args);

BUILTIN_FUNCTION(import) {
    NATIVE_UNUSED();
    if (!rt_import_by_name && native_part_init(IMPORT_PART) < 0)
        return 0;
    return rt_import_by_name ? rt_import_by_name(args) : not_available("__import__");
}

BUILTIN_FUNCTION(exit) {
    NATIVE_UNUSED();
    Value code = args[0] ? args[0] : VALUE_NONE;
    Value arguments = tuple_new(&code, 1);
    Value error = arguments ? exc_new(&rt_exc_SystemExit, arguments) : 0;
    value_decref(arguments);
    return error ? raise_value_take(error) : 0;
}
