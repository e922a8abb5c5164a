/*
 * mod_contextvars.c — the module contextvars: ContextVar, Token, Context, copy_context.
 *
 * The variables of a context are an immutable map, a hash array mapped trie (Bagwell 2001) whose
 * nodes are shared between versions. Each ContextVar has a number of its own, five bits of which
 * choose the place at each level; numbers differ, so there are no collisions. A copy of a context
 * is one reference to a map; a Context object appears only when a variable is set or the program
 * asks.
 */
#include "aio.h"
#include "containers.h"
#include "object.h"

/* ---- maps ------------------------------------------------------------------------------------ */

typedef struct Var {
    Object base;
    Value name;
    Value fallback; /* the default, or 0 */
    uint32_t number;
} Var;

/* Pairs (variable, value) or (0, node of the next level), in the order of the bits. */
typedef struct MapNode {
    Object base;
    uint32_t bits; /* which of the 32 places are taken */
    uint32_t count;
    Value pairs[];
} MapNode;

static void node_dealloc(Object *self) {
    MapNode *node = (MapNode *)self;
    for (uint32_t i = 0; i < node->count * 2; i++)
        value_decref(node->pairs[i]);
}

static void node_traverse(Object *self, VisitValue visit, void *context) {
    MapNode *node = (MapNode *)self;
    for (uint32_t i = 0; i < node->count * 2; i++)
        visit(node->pairs[i], context);
}

static Type type_map_node = {
    .name = "hamt",
    .basic_size = sizeof(MapNode),
    .flags = TYPE_FINAL,
    .slots = {.dealloc = node_dealloc, .traverse = node_traverse},
};

static uint32_t place_bit(uint32_t number, uint32_t shift) {
    return 1u << (number >> shift & 31);
}

static uint32_t place_index(const MapNode *node, uint32_t bit) {
    return (uint32_t)__builtin_popcount(node->bits & (bit - 1));
}

static Value map_find_borrow(Value map, const Var *var) {
    uint32_t shift = 0;
    while (map) {
        const MapNode *node = AS(MapNode, map);
        uint32_t bit = place_bit(var->number, shift);
        if (!(node->bits & bit))
            return 0;
        const Value *pair = &node->pairs[2 * place_index(node, bit)];
        if (pair[0])
            return pair[0] == OBJ(var) ? pair[1] : 0;
        map = pair[1];
        shift += 5;
    }
    return 0;
}

static MapNode *node_new(uint32_t bits) {
    uint32_t count = (uint32_t)__builtin_popcount(bits);
    MapNode *node = object_new(&type_map_node, sizeof(MapNode) + count * 2 * sizeof(Value));
    if (node) {
        node->bits = bits;
        node->count = count;
    }
    return node;
}

/* A copy of `node` (NULL: empty) in which the place `bit` holds the pair; key and value are stolen.
 */
static Value node_with(const MapNode *node, uint32_t bit, Value key, Value value) {
    MapNode *copy = node_new((node ? node->bits : 0) | bit);
    if (!copy) {
        value_decref(key);
        value_decref(value);
        return 0;
    }
    uint32_t place = place_index(copy, bit), from = 0;
    for (uint32_t i = 0; i < copy->count; i++) {
        if (i == place) {
            copy->pairs[2 * i] = key;
            copy->pairs[2 * i + 1] = value;
            from += node && node->bits & bit ? 1 : 0;
            continue;
        }
        copy->pairs[2 * i] = value_incref(node->pairs[2 * from]);
        copy->pairs[2 * i + 1] = value_incref(node->pairs[2 * from + 1]);
        from++;
    }
    return OBJ(copy);
}

/* A copy without the place `bit`; VALUE_STOP if nothing is left. */
static Value node_without(const MapNode *node, uint32_t bit) {
    if (node->bits == bit)
        return VALUE_STOP;
    MapNode *copy = node_new(node->bits & ~bit);
    uint32_t skipped = place_index(node, bit);
    for (uint32_t i = 0, to = 0; copy && i < node->count; i++) {
        if (i == skipped)
            continue;
        copy->pairs[2 * to] = value_incref(node->pairs[2 * i]);
        copy->pairs[2 * to + 1] = value_incref(node->pairs[2 * i + 1]);
        to++;
    }
    return OBJ(copy);
}

/* A new map with var = value (both borrowed). */
static Value map_with(Value map, uint32_t shift, Var *var, Value value) {
    const MapNode *node = AS(MapNode, map);
    uint32_t bit = place_bit(var->number, shift);
    if (!node || !(node->bits & bit))
        return node_with(node, bit, value_incref(OBJ(var)), value_incref(value));
    const Value *pair = &node->pairs[2 * place_index(node, bit)];
    if (pair[0] == OBJ(var))
        return node_with(node, bit, value_incref(OBJ(var)), value_incref(value));
    Value child;
    if (pair[0]) { /* another variable stands here: both go one level down */
        Value single = map_with(0, shift + 5, AS(Var, pair[0]), pair[1]);
        child = single ? map_with(single, shift + 5, var, value) : 0;
        value_decref(single);
    } else {
        child = map_with(pair[1], shift + 5, var, value);
    }
    return child ? node_with(node, bit, 0, child) : 0;
}

/* A new map without `var`, which it has; VALUE_STOP if it is empty then. */
static Value map_without(Value map, uint32_t shift, const Var *var) {
    const MapNode *node = AS(MapNode, map);
    uint32_t bit = place_bit(var->number, shift);
    const Value *pair = &node->pairs[2 * place_index(node, bit)];
    if (pair[0])
        return node_without(node, bit);
    Value child = map_without(pair[1], shift + 5, var);
    if (child == VALUE_STOP)
        return node_without(node, bit);
    return child ? node_with(node, bit, 0, child) : 0;
}

/* Appends key and/or value of every variable to `list`. */
static int map_list(Value map, Value list, DictPart part) {
    const MapNode *node = AS(MapNode, map);
    for (uint32_t i = 0; node && i < node->count; i++) {
        const Value *pair = &node->pairs[2 * i];
        int status;
        if (!pair[0])
            status = map_list(pair[1], list, part);
        else if (part == DICT_ITEMS)
            status = list_append_take(list, tuple_new(pair, 2));
        else
            status = list_append(list, pair[part == DICT_VALUES]);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int64_t map_len(Value map) {
    const MapNode *node = AS(MapNode, map);
    int64_t total = 0;
    for (uint32_t i = 0; node && i < node->count; i++)
        total += node->pairs[2 * i] ? 1 : map_len(node->pairs[2 * i + 1]);
    return total;
}

/* ---- contexts -------------------------------------------------------------------------------- */

typedef struct Context {
    Object base;
    Value map; /* or 0 */
    bool entered;
} Context;

static Value context_new_of(Value map) {
    Context *context = object_new(&rt_type_context, sizeof(Context));
    if (context)
        context->map = value_incref(map);
    return OBJ(context);
}

static Value slot_map(Value slot) {
    return value_is(slot, &rt_type_context) ? AS(Context, slot)->map : slot;
}

Value context_capture(void) {
    return value_incref(slot_map(*rt_context_slot));
}

Value context_of_slot(Value *slot) {
    if (value_is(*slot, &rt_type_context))
        return *slot;
    Value context = context_new_of(*slot);
    if (context) {
        AS(Context, context)->entered = slot == rt_context_slot;
        value_replace(slot, context);
    }
    return context;
}

Value context_copy(void) {
    return context_new_of(slot_map(*rt_context_slot));
}

int context_enter(Value *slot, Value **previous) {
    if (value_is(*slot, &rt_type_context)) {
        Context *context = AS(Context, *slot);
        if (context->entered)
            return raise_status(&rt_exc_RuntimeError, "cannot enter context: %R is already entered",
                                *slot);
        context->entered = true;
    }
    *previous = rt_context_slot;
    rt_context_slot = slot;
    return 0;
}

void context_leave(Value *slot, Value *previous) {
    if (value_is(*slot, &rt_type_context))
        AS(Context, *slot)->entered = false;
    rt_context_slot = previous;
}

int context_check(Value value) {
    if (value_is(value, &rt_type_context))
        return 0;
    return raise_status(&rt_exc_TypeError, "an instance of Context was expected");
}

static Value context_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)args;
    if (count || (names && AS(TupleObject, names)->length))
        return raise_error(&rt_exc_TypeError, "Context() does not accept any arguments");
    return context_new_of(0);
}

NATIVE(context_run) {
    (void)callee;
    if (count < 2)
        return raise_error(&rt_exc_TypeError, "run() missing 1 required positional argument");
    Value slot = value_incref(args[0]), *previous, result = 0;
    if (context_enter(&slot, &previous) == 0) {
        result = object_call(args[1], args + 2, count - 2, names);
        context_leave(&slot, previous);
    }
    value_decref(slot);
    return result;
}

NATIVE(context_copy_method) {
    NATIVE_UNUSED();
    return context_new_of(AS(Context, args[0])->map);
}

static Var *key_of(Value key);

static Value context_getitem(Value self, Value key) {
    Var *var = key_of(key);
    if (!var)
        return 0;
    Value value = map_find_borrow(AS(Context, self)->map, var);
    if (value)
        return value_incref(value);
    Value missing = exc_make(&rt_exc_KeyError, key);
    return raise_value_take(missing);
}

static int context_contains(Value self, Value key) {
    Var *var = key_of(key);
    return var ? map_find_borrow(AS(Context, self)->map, var) != 0 : -1;
}

NATIVE(context_get) {
    NATIVE_UNUSED();
    Var *var = key_of(args[1]);
    if (!var)
        return 0;
    Value value = map_find_borrow(AS(Context, args[0])->map, var);
    return value_incref(value ? value : count > 2 ? args[2] : VALUE_NONE);
}

static int64_t context_len(Value self) {
    return map_len(AS(Context, self)->map);
}

static Value context_view(Value self, DictPart part) {
    Value list = list_new(NULL, 0);
    Value iterator =
        list && map_list(AS(Context, self)->map, list, part) == 0 ? object_iter(list) : 0;
    value_decref(list);
    return iterator;
}

static Value context_iter(Value self) {
    return context_view(self, DICT_KEYS);
}

NATIVE(context_keys) {
    NATIVE_UNUSED();
    return context_view(args[0], DICT_KEYS);
}

NATIVE(context_values) {
    NATIVE_UNUSED();
    return context_view(args[0], DICT_VALUES);
}

NATIVE(context_items) {
    NATIVE_UNUSED();
    return context_view(args[0], DICT_ITEMS);
}

/* Does `other` hold an equal value for each variable of `map`? */
static int map_within(Value map, Value other) {
    const MapNode *node = AS(MapNode, map);
    for (uint32_t i = 0; node && i < node->count; i++) {
        const Value *pair = &node->pairs[2 * i];
        int equal;
        if (pair[0]) {
            Value found = map_find_borrow(other, AS(Var, pair[0]));
            equal = found ? object_equal(pair[1], found) : 0;
        } else {
            equal = map_within(pair[1], other);
        }
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Value context_compare(Value left, Value right, CompareOp op) {
    if (!value_is(right, &rt_type_context) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    Value a = AS(Context, left)->map, b = AS(Context, right)->map;
    int equal = a == b ? 1 : map_len(a) != map_len(b) ? 0 : map_within(a, b);
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

static void context_dealloc(Object *self) {
    value_replace(&((Context *)self)->map, 0);
}

static void context_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Context *)self)->map, context);
}

static const NativeMethod context_methods[] = {
    {.name = "run", .call = context_run, .max_args = -1, .keywords = "*"},
    {.name = "copy", .call = context_copy_method},
    {.name = "get", .call = context_get, .min_args = 1, .max_args = 2},
    {.name = "keys", .call = context_keys},
    {.name = "values", .call = context_values},
    {.name = "items", .call = context_items},
    {0},
};

Type rt_type_context = {
    .name = "_contextvars.Context",
    .basic_size = sizeof(Context),
    .flags = TYPE_FINAL | TYPE_MAPPING | TYPE_DOTTED_NAME,
    .methods = context_methods,
    .slots = {.dealloc = context_dealloc,
              .traverse = context_traverse,
              .clear = context_dealloc,
              .new = context_new,
              .getitem = context_getitem,
              .contains = context_contains,
              .len = context_len,
              .iter = context_iter,
              .compare = context_compare,
              .unhashable = true},
};

/* ---- tokens ---------------------------------------------------------------------------------- */

static Type type_var, type_token;

static Value missing_repr(Value self) {
    (void)self;
    return str_from_cstr("<Token.MISSING>");
}

static Type type_missing = {
    .name = "Token.MISSING",
    .basic_size = sizeof(Object),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .slots = {.repr = missing_repr},
};

static _Alignas(16) Object missing = {.refs = RT_IMMORTAL, .type = &type_missing};

typedef struct Token {
    Object base;
    Value context, var;
    Value old; /* or 0 */
    bool used;
} Token;

static void token_dealloc(Object *self) {
    Token *token = (Token *)self;
    value_replace(&token->context, 0);
    value_replace(&token->var, 0);
    value_replace(&token->old, 0);
}

static void token_traverse(Object *self, VisitValue visit, void *context) {
    Token *token = (Token *)self;
    visit(token->context, context);
    visit(token->var, context);
    visit(token->old, context);
}

static Value token_repr(Value self) {
    Token *token = AS(Token, self);
    return str_format("<Token%s var=%R at %s>", token->used ? " used" : "", token->var,
                      pointer_text(self).text);
}

NATIVE(token_var) {
    NATIVE_UNUSED();
    return value_incref(AS(Token, args[0])->var);
}

NATIVE(token_old_value) {
    NATIVE_UNUSED();
    Value old = AS(Token, args[0])->old;
    return old ? value_incref(old) : OBJ(&missing);
}

static Value token_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_RuntimeError, "Tokens can only be created by ContextVars");
}

static const NativeMethod token_methods[] = {
    {.name = "var", .call = token_var, .kind = METHOD_GETTER},
    {.name = "old_value", .call = token_old_value, .kind = METHOD_GETTER},
    CLASS_GETITEM,
    {0},
};

static Type type_token = {
    .name = "_contextvars.Token",
    .basic_size = sizeof(Token),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .methods = token_methods,
    .slots = {.dealloc = token_dealloc,
              .traverse = token_traverse,
              .clear = token_dealloc,
              .repr = token_repr,
              .new = token_new,
              .unhashable = true},
};

/* ---- variables ------------------------------------------------------------------------------- */

static Var *key_of(Value key) {
    if (value_is(key, &type_var))
        return AS(Var, key);
    raise_error(&rt_exc_TypeError, "a ContextVar key was expected, got %R", key);
    return NULL;
}

NATIVE(var_make) {
    NATIVE_UNUSED();
    static uint32_t numbers;
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "context variable name must be a str");
    Var *var = object_new(&type_var, sizeof(Var));
    if (!var)
        return 0;
    var->name = value_incref(args[0]);
    var->fallback = value_incref(args[1]);
    var->number = numbers++;
    return OBJ(var);
}
NEW_BY_SPEC(var_new_by_spec, .name = "ContextVar", .call = var_make, .min_args = 1, .max_args = 1,
            .keywords = " default")

static Value var_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (count == 2 && (!names || AS(TupleObject, names)->length == 0))
        return raise_error(&rt_exc_TypeError,
                           "ContextVar() takes at most 1 positional argument (2 given)");
    return var_new_by_spec(type, args, count, names);
}

Value contextvar_borrow(Value var) {
    Value value = map_find_borrow(slot_map(*rt_context_slot), AS(Var, var));
    return value ? value : AS(Var, var)->fallback;
}

NATIVE(var_get) {
    NATIVE_UNUSED();
    Var *var = AS(Var, args[0]);
    Value value = map_find_borrow(slot_map(*rt_context_slot), var);
    if (!value)
        value = count > 1 ? args[1] : var->fallback;
    if (value)
        return value_incref(value);
    return raise_value_take(exc_make(&rt_exc_LookupError, args[0]));
}

/* Gives `var` a value in `context`, or takes it away (value 0). */
static int context_store(Context *context, Var *var, Value value) {
    if (!value && !map_find_borrow(context->map, var))
        return 0;
    Value map = value ? map_with(context->map, 0, var, value) : map_without(context->map, 0, var);
    if (!map)
        return -1;
    value_replace(&context->map, map == VALUE_STOP ? 0 : map);
    return 0;
}

NATIVE(var_set) {
    NATIVE_UNUSED();
    Value context = context_of_slot(rt_context_slot);
    Token *token = context ? object_new(&type_token, sizeof(Token)) : NULL;
    if (!token)
        return 0;
    token->context = value_incref(context);
    token->var = value_incref(args[0]);
    token->old = value_incref(map_find_borrow(AS(Context, context)->map, AS(Var, args[0])));
    if (context_store(AS(Context, context), AS(Var, args[0]), args[1]) == 0)
        return OBJ(token);
    value_decref(OBJ(token));
    return 0;
}

NATIVE(var_reset) {
    NATIVE_UNUSED();
    if (!value_is(args[1], &type_token))
        return raise_error(&rt_exc_TypeError, "expected an instance of Token, got %R", args[1]);
    Token *token = AS(Token, args[1]);
    if (token->used)
        return raise_error(&rt_exc_RuntimeError, "%R has already been used once", args[1]);
    if (token->var != args[0])
        return raise_error(&rt_exc_ValueError, "%R was created by a different ContextVar", args[1]);
    if (token->context != *rt_context_slot)
        return raise_error(&rt_exc_ValueError, "%R was created in a different Context", args[1]);
    token->used = true;
    return context_store(AS(Context, token->context), AS(Var, args[0]), token->old) < 0
               ? 0
               : VALUE_NONE;
}

NATIVE(var_name) {
    NATIVE_UNUSED();
    return value_incref(AS(Var, args[0])->name);
}

static Value var_repr(Value self) {
    Var *var = AS(Var, self);
    if (var->fallback)
        return str_format("<ContextVar name=%R default=%R at %s>", var->name, var->fallback,
                          pointer_text(self).text);
    return str_format("<ContextVar name=%R at %s>", var->name, pointer_text(self).text);
}

static void var_dealloc(Object *self) {
    value_replace(&((Var *)self)->name, 0);
    value_replace(&((Var *)self)->fallback, 0);
}

static void var_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Var *)self)->fallback, context);
}

static const NativeMethod var_methods[] = {
    {.name = "get", .call = var_get, .max_args = 1},
    {.name = "set", .call = var_set, .min_args = 1, .max_args = 1},
    {.name = "reset", .call = var_reset, .min_args = 1, .max_args = 1},
    {.name = "name", .call = var_name, .kind = METHOD_GETTER},
    CLASS_GETITEM,
    {0},
};

static Type type_var = {
    .name = "_contextvars.ContextVar",
    .basic_size = sizeof(Var),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .methods = var_methods,
    .slots = {.dealloc = var_dealloc,
              .traverse = var_traverse,
              .clear = var_dealloc,
              .repr = var_repr,
              .new = var_new},
};

/* ---- the module ------------------------------------------------------------------------------ */

NATIVE(copy_context) {
    NATIVE_UNUSED();
    return context_copy();
}

static const NativeMethod functions[] = {
    {.name = "copy_context", .call = copy_context},
    {0},
};

static int contextvars_init(ModuleObject *module) {
    type_ready(&type_missing);
    if (module_add_type(module, "ContextVar", &type_var) < 0 ||
        module_add_type(module, "Token", &type_token) < 0 ||
        module_add_type(module, "Context", &rt_type_context) < 0 ||
        dict_set_cstr(type_dict_borrow(&type_token), "MISSING", OBJ(&missing)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_contextvars = {"contextvars", contextvars_init};
