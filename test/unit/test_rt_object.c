/*
 * Tests the object model: types and their order, classes made at run time, attributes with and
 * without inline caches, slots and special methods in both directions, calls and their argument
 * errors, descriptors. What generated code would contain is written here by hand: FunctionInfo
 * records with C entry functions.
 */
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

/* ---- helpers --------------------------------------------------------------------------------- */

#define FUNCTION(variable, text, count, function, ...)                                             \
    static const char *const variable##_params[] = {__VA_ARGS__, NULL};                            \
    static const FunctionInfo variable = {.name = text,                                            \
                                          .qualname = "C." text,                                   \
                                          .module = &unit_module,                                  \
                                          .params = variable##_params,                             \
                                          .entry = function,                                       \
                                          .positional_count = count,                               \
                                          .line = 1}

/* The text of the pending exception, which is cleared; valid until the next call. */
static const char *error_text(void) {
    static char text[512];
    Value exception = exc_fetch();
    if (!exception)
        return "no exception";
    Value shown = object_str(exception);
    size_t size;
    snprintf(text, sizeof text, "%s: %s", value_type(exception)->name, str_utf8(shown, &size));
    value_decref(shown);
    value_decref(exception);
    return text;
}

static const char *shown(Value object_take) {
    static char text[512];
    if (!object_take)
        return error_text();
    Value repr = object_repr(object_take);
    size_t size;
    snprintf(text, sizeof text, "%s", repr ? str_utf8(repr, &size) : error_text());
    value_decref(repr);
    value_decref(object_take);
    return text;
}

static Value make_function(const FunctionInfo *info) {
    return pyrt_function(info, 0, 0, 0, NULL, 0);
}

/* A class with the given methods, as a class statement would make it. */
static Value make_class(const char *name, Value base, const FunctionInfo *const *methods) {
    Value title = str_from_cstr(name), dict = dict_new();
    Value bases = base ? tuple_new(&base, 1) : tuple_new(NULL, 0);
    for (int i = 0; methods && methods[i]; i++)
        dict_set_cstr_take(dict, methods[i]->name, make_function(methods[i]));
    Value type = type_create(&rt_type_type, title, bases, dict, 0, NULL);
    value_decref(title);
    value_decref(bases);
    value_decref(dict);
    return type;
}

static int64_t number(Value value) {
    return value_small_int(value);
}

/* ---- types ----------------------------------------------------------------------------------- */

static void test_static_types(void) {
    CHECK(type_is_subtype(&rt_exc_KeyError, &rt_exc_LookupError));
    CHECK(!type_is_subtype(&rt_exc_LookupError, &rt_exc_KeyError));
    CHECK(value_type(value_from_small_int(1)) == &rt_type_int);
    CHECK(value_type(VALUE_TRUE) == &rt_type_bool);
    CHECK_TEXT(shown(value_incref(OBJ(&rt_type_dict))), "<class 'dict'>");
    CHECK(type_lookup_borrow(&rt_type_list, str_name("append")) != 0);
    CHECK(type_lookup_borrow(&rt_type_list, str_name("__len__")) != 0);
    CHECK(type_lookup_borrow(&rt_type_int, str_name("__len__")) == 0);
    Value list = list_new(NULL, 0);
    CHECK_TEXT(shown(object_call_method(list, "__len__", NULL, 0)), "0");
    CHECK_TEXT(shown(object_call_method(list, "append", NULL, 0)),
               "TypeError: list.append() takes exactly one argument (0 given)");
    value_decref(list);
}

static void test_mro(void) {
    Value object = OBJ(&rt_type_object);
    Value a = make_class("A", object, NULL);
    Value b = make_class("B", a, NULL), c = make_class("C", a, NULL);
    Value both[2] = {b, c}, title = str_from_cstr("D"), dict = dict_new();
    Value bases = tuple_new(both, 2);
    Value d = type_create(&rt_type_type, title, bases, dict, 0, NULL);
    const TupleObject *mro = AS(TupleObject, AS(Type, d)->mro);
    CHECK_INT(mro->length, 5);
    CHECK(mro->items[0] == d && mro->items[1] == b && mro->items[2] == c && mro->items[3] == a);
    Value wrong[2] = {a, d}, wrong_bases = tuple_new(wrong, 2);
    CHECK_TEXT(
        shown(type_create(&rt_type_type, title, wrong_bases, dict, 0, NULL)),
        "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, D");
    Value final = OBJ(&rt_type_bool), final_bases = tuple_new(&final, 1);
    CHECK_TEXT(shown(type_create(&rt_type_type, title, final_bases, dict, 0, NULL)),
               "TypeError: type 'bool' is not an acceptable base type");
    Value all[] = {title, dict, bases, wrong_bases, final_bases, a, b, c, d};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        value_decref(all[i]);
}

/* ---- instances ------------------------------------------------------------------------------- */

static void test_attributes(void) {
    Value type = make_class("Point", OBJ(&rt_type_object), NULL);
    Value point = object_call0(type);
    char name[8];
    /* Beyond the inline slots, and beyond the point where a dict takes over. */
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "a%d", i);
        CHECK_INT(object_setattr(point, str_name(name), value_from_small_int(i)), 0);
    }
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "a%d", i);
        CHECK_INT(number(object_getattr_cstr(point, name)), i);
    }
    CHECK_INT(object_setattr(point, str_name("a50"), 0), 0);
    CHECK_TEXT(shown(object_getattr_cstr(point, "a50")),
               "AttributeError: 'Point' object has no attribute 'a50'");
    value_decref(point);
    point = object_call0(type);
    object_setattr(point, str_name("x"), value_from_small_int(1));
    object_setattr(point, str_name("y"), value_from_small_int(2));
    object_setattr(point, str_name("z"), value_from_small_int(3));
    CHECK_INT(object_setattr(point, str_name("x"), 0), 0);
    CHECK_INT(object_setattr(point, str_name("x"), 0), -1);
    CHECK_TEXT(error_text(), "AttributeError: 'Point' object has no attribute 'x'");
    CHECK_TEXT(shown(object_getattr_cstr(point, "__dict__")), "{'y': 2, 'z': 3}");
    object_setattr(point, str_name("w"), value_from_small_int(4));
    CHECK_TEXT(shown(object_getattr_cstr(point, "__dict__")), "{'y': 2, 'z': 3, 'w': 4}");
    CHECK_INT(number(object_getattr_cstr(point, "z")), 3);
    value_decref(point);
    value_decref(type);
}

static void test_caches(void) {
    Value type = make_class("Cached", OBJ(&rt_type_object), NULL);
    Value x = str_name("x");
    static InlineCache store, load; /* as in a program: registered for good */
    for (int i = 0; i < 5; i++) {
        Value object = object_call0(type);
        CHECK_INT(pyrt_setattr(object, x, value_from_small_int(i), &store), 0);
        CHECK_INT(number(pyrt_getattr(object, x, &load)), i);
        value_decref(object);
    }
    CHECK_INT(store.kind, CACHE_ADD);
    CHECK_INT(load.kind, CACHE_SLOT);
    /* A class attribute is found through the cache until an instance hides it, or it changes. */
    Value y = str_name("y"), object = object_call0(type);
    static InlineCache shared;
    object_setattr(type, y, value_from_small_int(10));
    CHECK_INT(number(pyrt_getattr(object, y, &shared)), 10);
    CHECK_INT(number(pyrt_getattr(object, y, &shared)), 10);
    CHECK_INT(shared.kind, CACHE_VALUE);
    object_setattr(type, y, value_from_small_int(11));
    CHECK_INT(number(pyrt_getattr(object, y, &shared)), 11);
    object_setattr(object, y, value_from_small_int(12));
    CHECK_INT(number(pyrt_getattr(object, y, &shared)), 12);
    Value other = object_call0(type);
    CHECK_INT(number(pyrt_getattr(other, y, &shared)), 11);
    CHECK_INT(number(pyrt_getattr(object, y, &shared)), 12);
    static InlineCache on_type;
    CHECK_INT(number(pyrt_getattr(type, y, &on_type)), 11);
    CHECK_INT(number(pyrt_getattr(type, y, &on_type)), 11);
    CHECK_INT(on_type.kind, CACHE_TYPE);
    object_setattr(type, y, value_from_small_int(13));
    CHECK_INT(number(pyrt_getattr(type, y, &on_type)), 13);
    object_setattr(type, y, 0);
    CHECK_TEXT(shown(pyrt_getattr(type, y, &on_type)),
               "AttributeError: type object 'Cached' has no attribute 'y'");
    value_decref(other);
    value_decref(object);
    value_decref(type);
}

static void test_slots(void) {
    Value title = str_from_cstr("Slotted"), bases = tuple_new(NULL, 0), dict = dict_new();
    Value names[2] = {str_name("left"), str_name("right")};
    dict_set_cstr_take(dict, "__slots__", tuple_new(names, 2));
    Value type = type_create(&rt_type_type, title, bases, dict, 0, NULL);
    Value object = object_call0(type);
    CHECK_TEXT(shown(object_getattr(object, names[0])),
               "AttributeError: 'Slotted' object has no attribute 'left'");
    CHECK_INT(object_setattr(object, names[1], value_from_small_int(7)), 0);
    static InlineCache cache;
    CHECK_INT(number(pyrt_getattr(object, names[1], &cache)), 7);
    CHECK_INT(cache.kind, CACHE_EMPTY); /* the first miss teaches nothing */
    CHECK_INT(number(pyrt_getattr(object, names[1], &cache)), 7);
    CHECK_INT(cache.kind, CACHE_MEMBER);
    CHECK_INT(number(pyrt_getattr(object, names[1], &cache)), 7);
    CHECK_INT(object_setattr(object, str_name("other"), VALUE_NONE), -1);
    CHECK_TEXT(error_text(), "AttributeError: 'Slotted' object has no attribute 'other'");
    CHECK_TEXT(shown(object_getattr_cstr(object, "__dict__")),
               "AttributeError: 'Slotted' object has no attribute '__dict__'");
    Value derived = make_class("Derived", type, NULL);
    Value second = object_call0(derived);
    CHECK_INT(object_setattr(second, names[0], value_from_small_int(1)), 0);
    CHECK_INT(object_setattr(second, str_name("other"), value_from_small_int(2)), 0);
    CHECK_TEXT(shown(object_getattr_cstr(second, "__dict__")), "{'other': 2}");
    CHECK_INT(number(object_getattr(second, names[0])), 1);
    Value all[] = {second, derived, object, type, title, bases, dict};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        value_decref(all[i]);
}

/* ---- methods and slots ----------------------------------------------------------------------- */

static Value body_init(Value callee, const Value *args) {
    (void)callee;
    return object_setattr(args[0], str_name("value"), args[1]) < 0 ? 0 : VALUE_NONE;
}
FUNCTION(init_info, "__init__", 2, body_init, "self", "value");

static Value body_add(Value callee, const Value *args) {
    (void)callee;
    return pyrt_add(value_from_small_int(100), args[1]);
}
FUNCTION(add_info, "__add__", 2, body_add, "self", "other");
FUNCTION(radd_info, "__radd__", 2, body_add, "self", "other");

static Value body_len(Value callee, const Value *args) {
    (void)callee;
    return object_getattr_cstr(args[0], "value");
}
FUNCTION(len_info, "__len__", 1, body_len, "self");
FUNCTION(get_info, "get", 1, body_len, "self");

static Value body_eq(Value callee, const Value *args) {
    (void)callee;
    return VALUE_BOOL(value_is_small_int(args[1]));
}
FUNCTION(eq_info, "__eq__", 2, body_eq, "self", "other");

static int deleted;
static Value body_del(Value callee, const Value *args) {
    (void)callee, (void)args;
    deleted++;
    return VALUE_NONE;
}
FUNCTION(del_info, "__del__", 1, body_del, "self");

static void test_dispatch(void) {
    const FunctionInfo *const methods[] = {&init_info, &add_info, &radd_info, &len_info,
                                           &eq_info,   &del_info, &get_info,  NULL};
    Value type = make_class("Number", OBJ(&rt_type_object), methods);
    Value three = value_from_small_int(3), object = object_call1(type, three);
    CHECK_INT(number(object_binary(object, three, SLOT_ADD)), 103);
    CHECK_INT(number(object_binary(three, object, SLOT_ADD)), 103);
    CHECK_INT(object_len(object), 3);
    CHECK_INT(object_truth(object), 1);
    CHECK_INT(object_compare_bool(object, three, COMPARE_EQ), 1);
    CHECK_INT(object_compare_bool(object, three, COMPARE_NE), 0);
    CHECK_INT(object_compare_bool(object, VALUE_NONE, COMPARE_EQ), 0);
    CHECK_INT(object_hash(object), -1);
    CHECK_TEXT(error_text(), "TypeError: unhashable type: 'Number'");
    CHECK_TEXT(shown(object_binary(object, three, SLOT_SUB)),
               "TypeError: unsupported operand type(s) for -: 'Number' and 'int'");
    static InlineCache cache;
    Value receiver[1]; /* the word in front of no arguments */
    for (int i = 0; i < 3; i++)
        CHECK_INT(number(pyrt_call_method(object, str_name("get"), &cache, 0, 0, receiver + 1, 0)),
                  3);
    CHECK_INT(cache.kind, CACHE_METHOD);
    /* An instance attribute of the same name hides the method from then on. */
    Value replacement = make_function(&len_info);
    object_setattr(object, str_name("get"), replacement);
    CHECK_TEXT(shown(pyrt_call_method(object, str_name("get"), &cache, 0, 0, receiver + 1, 0)),
               "TypeError: C.__len__() missing 1 required positional argument: 'self'");
    value_decref(replacement);
    value_decref(object);
    CHECK_INT(deleted, 1);
    /* A method set later, and one taken away, reach the slots of the class and of its subclasses.
     */
    Value derived = make_class("More", type, NULL);
    object = object_call1(derived, three);
    object_setattr(type, str_name("__len__"), 0);
    CHECK_INT(object_len(object), -1);
    CHECK_TEXT(error_text(), "TypeError: object of type 'More' has no len()");
    Value again = make_function(&len_info);
    object_setattr(type, str_name("__len__"), again);
    CHECK_INT(object_len(object), 3);
    Value all[] = {again, object, derived, type};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        value_decref(all[i]);
    CHECK_INT(deleted, 2);
}

static void test_native_subclass(void) {
    const FunctionInfo *const methods[] = {&get_info, NULL};
    Value type = make_class("Stack", OBJ(&rt_type_list), methods);
    Value stack = object_call0(type);
    CHECK_INT(list_append(stack, value_from_small_int(5)), 0);
    object_setattr(stack, str_name("value"), value_from_small_int(9));
    CHECK_INT(object_len(stack), 1);
    CHECK_INT(number(object_call_method(stack, "get", NULL, 0)), 9);
    CHECK_TEXT(shown(value_incref(stack)), "[5]");
    CHECK(AS(Type, type)->slots.len == rt_type_list.slots.len);
    Value pair_type = make_class("Pair", OBJ(&rt_type_tuple), NULL);
    Value pair = object_call1(pair_type, stack);
    object_setattr(pair, str_name("tag"), value_from_small_int(6));
    CHECK_INT(number(object_getattr_cstr(pair, "tag")), 6);
    CHECK_INT(object_len(pair), 1);
    Value all[] = {pair, pair_type, stack, type};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        value_decref(all[i]);
}

/* ---- argument errors ------------------------------------------------------------------------- */

static Value body_pass(Value callee, const Value *args) {
    (void)callee, (void)args;
    return VALUE_NONE;
}
FUNCTION(two_info, "two", 2, body_pass, "a", "b");
static const char *const many_params[] = {"a", "b", "c", "d"};
static const FunctionInfo many_info = {.name = "many",
                                       .qualname = "many",
                                       .module = &unit_module,
                                       .params = many_params,
                                       .entry = body_pass,
                                       .posonly_count = 1,
                                       .positional_count = 2,
                                       .kwonly_count = 2};

static const char *call_error(Value function, int count, const char *keyword) {
    Value args[8] = {VALUE_NONE, VALUE_NONE, VALUE_NONE, VALUE_NONE, VALUE_NONE};
    Value name = keyword ? str_name(keyword) : 0;
    Value names = keyword ? tuple_new(&name, 1) : 0;
    const char *text = shown(object_call(function, args, (uint32_t)count, names));
    value_decref(names);
    return text;
}

static void test_argument_errors(void) {
    Value two = make_function(&two_info), many = make_function(&many_info);
    CHECK_TEXT(call_error(two, 2, NULL), "None");
    CHECK_TEXT(call_error(two, 1, "b"), "None");
    CHECK_TEXT(call_error(two, 0, NULL),
               "TypeError: C.two() missing 2 required positional arguments: 'a' and 'b'");
    CHECK_TEXT(call_error(two, 3, NULL),
               "TypeError: C.two() takes 2 positional arguments but 3 were given");
    CHECK_TEXT(call_error(two, 1, "a"), "TypeError: C.two() got multiple values for argument 'a'");
    CHECK_TEXT(call_error(two, 1, "x"),
               "TypeError: C.two() got an unexpected keyword argument 'x'");
    CHECK_TEXT(call_error(many, 2, NULL),
               "TypeError: many() missing 2 required keyword-only arguments: 'c' and 'd'");
    CHECK_TEXT(call_error(many, 3, "c"),
               "TypeError: many() takes 2 positional arguments but 3 positional arguments (and 1 "
               "keyword-only argument) were given");
    CHECK_TEXT(call_error(many, 1, "a"),
               "TypeError: many() got some positional-only arguments passed "
               "as keyword arguments: 'a'");
    CHECK_TEXT(shown(object_call0(VALUE_NONE)), "TypeError: 'NoneType' object is not callable");
    value_decref(two);
    value_decref(many);
}

/* ---- exceptions ------------------------------------------------------------------------------ */

static void test_exceptions(void) {
    raise_error(&rt_exc_KeyError, "%s", "k");
    CHECK_TEXT(error_text(), "KeyError: 'k'");
    raise_errno(2, 0);
    CHECK(exc_pending_is(&rt_exc_FileNotFoundError));
    exc_clear();
    /* What is raised while another is handled remembers it. */
    raise_error(&rt_exc_ValueError, "first");
    Value previous = pyrt_handler_enter();
    raise_error(&rt_exc_TypeError, "second");
    Value second = exc_fetch();
    CHECK(value_isa(exc_as(second)->context, &rt_exc_ValueError));
    pyrt_handler_leave(previous);
    value_decref(second);
    CHECK(exc_handled_borrow() == 0);
    CHECK_INT(pyrt_reraise(), -1);
    CHECK_TEXT(error_text(), "RuntimeError: No active exception to reraise");
    CHECK_INT(pyrt_raise(value_from_small_int(1), 0), -1);
    CHECK_TEXT(error_text(), "TypeError: exceptions must derive from BaseException");
}

static void count_classes(Object *object, void *context) {
    *(int *)context += value_is_type(OBJ(object)) || (object->type->flags & TYPE_HEAP);
}

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0)
        return 1;
    test_static_types();
    test_mro();
    test_attributes();
    test_caches();
    test_slots();
    test_dispatch();
    test_native_subclass();
    test_argument_errors();
    test_exceptions();
    gc_collect();
    int classes = 0;
    mem_walk_containers(count_classes, &classes);
    CHECK_INT(classes, 0);
    int status = unit_done();
    return rt_finish(status);
}
