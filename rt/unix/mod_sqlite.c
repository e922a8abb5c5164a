/*
 * mod_sqlite.c — the module _sqlite3_native: errors, Row, adapters and converters, constants. See
 * sqlite.h for the other files.
 */
#include "sqlite.h"

#include "containers.h"
#include "item.h"

Value sql_prepare_protocol;

#define X(name, base) Value sql_##name;
SQLITE_ERRORS(X)
#undef X

/* ---- errors ---------------------------------------------------------------------------------- */

Value sql_error(Value type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_vformat(format, arguments);
    va_end(arguments);
    Value error = text ? object_call1(type, text) : 0;
    value_decref(text);
    return error ? raise_value_take(error) : 0;
}

static Value class_for(int code) {
    switch (code & 0xff) {
    case SQLITE_INTERNAL:
    case SQLITE_NOTFOUND:
        return sql_InternalError;
    case SQLITE_ERROR:
    case SQLITE_PERM:
    case SQLITE_ABORT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_INTERRUPT:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_EMPTY:
    case SQLITE_SCHEMA:
        return sql_OperationalError;
    case SQLITE_TOOBIG:
        return sql_DataError;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return sql_IntegrityError;
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return sql_InterfaceError;
    default:
        return sql_DatabaseError;
    }
}

typedef struct Constant {
    const char *name;
    int value;
} Constant;

static const Constant codes[] = {
#define CODE(name) {#name, name},
#define CONSTANT(name)
#include "sqlite_constants.def"
#undef CODE
#undef CONSTANT
    {0},
};

static const Constant constants[] = {
#define CODE(name)
#define CONSTANT(name) {#name, name},
#include "sqlite_constants.def"
#undef CODE
#undef CONSTANT
    {0},
};

static const char *code_name(int code) {
    for (const Constant *known = codes; known->name; known++)
        if (known->value == code)
            return known->name;
    return "unknown";
}

int sql_raise(sqlite3 *db) {
    if (isolate.pending)
        return -1;
    int code = sqlite3_errcode(db), extended = sqlite3_extended_errcode(db);
    if (code == SQLITE_NOMEM)
        return raise_no_memory(), -1;
    Value text = str_from_cstr(sqlite3_errmsg(db));
    Value error = text ? object_call1(class_for(code), text) : 0;
    Value number = value_from_small_int(extended), name = str_from_cstr(code_name(extended));
    value_decref(text);
    if (error && name && object_setattr(error, str_name("sqlite_errorcode"), number) == 0 &&
        object_setattr(error, str_name("sqlite_errorname"), name) == 0)
        raise_value_take(value_incref(error));
    value_decref(name);
    value_decref(error);
    return -1;
}

/* ---- Row ------------------------------------------------------------------------------------- */

typedef struct Row {
    Object base;
    Value data, description; /* tuples */
} Row;

/* Row(cursor, values) */
static Value row_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (names || count != 2)
        return raise_error(&rt_exc_TypeError, "Row expected 2 arguments, got %u", count);
    if (!value_isa(args[0], &sql_type_cursor))
        return raise_error(&rt_exc_TypeError, "Row() argument 1 must be sqlite3.Cursor, not %T",
                           args[0]);
    if (!value_isa(args[1], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "Row() argument 2 must be tuple, not %T", args[1]);
    Row *row = object_new(type, sizeof *row);
    if (!row)
        return 0;
    row->data = value_incref(args[1]);
    row->description = value_incref(AS(Cursor, args[0])->description);
    return OBJ(row);
}

static int row_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)self, (void)args, (void)count, (void)names;
    return 0;
}

static void row_dealloc(Object *self) {
    value_decref(((Row *)self)->data);
    value_decref(((Row *)self)->description);
}

static void row_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Row *)self)->data, context);
    visit(((Row *)self)->description, context);
}

static int64_t row_len(Value self) {
    return AS(TupleObject, AS(Row, self)->data)->length;
}

/* The name of a column; borrowed. */
static Value name_of(const Row *row, int64_t column) {
    Value item = AS(TupleObject, row->description)->items[column];
    return AS(TupleObject, item)->items[0];
}

static bool same_letters(Value left, Value right) {
    size_t left_size, right_size;
    const char *left_text = str_utf8(left, &left_size), *right_text = str_utf8(right, &right_size);
    return left_text && right_text && left_size == right_size &&
           sqlite3_strnicmp(left_text, right_text, (int)left_size) == 0;
}

static Value row_getitem(Value self, Value key) {
    const Row *row = AS(Row, self);
    if (!value_isa(key, &rt_type_str))
        return value_is_int(key) || value_isa(key, &rt_type_slice)
                   ? object_getitem(row->data, key)
                   : raise_error(&rt_exc_IndexError, "Index must be int or string");
    int64_t columns =
        row->description == VALUE_NONE ? 0 : AS(TupleObject, row->description)->length;
    for (int64_t i = 0; i < columns; i++)
        if (same_letters(name_of(row, i), key))
            return value_incref(AS(TupleObject, row->data)->items[i]);
    return isolate.pending ? 0 : raise_error(&rt_exc_IndexError, "No item with that key");
}

static Value row_iter(Value self) {
    return object_iter(AS(Row, self)->data);
}

static int64_t row_hash(Value self) {
    int64_t first = object_hash(AS(Row, self)->description),
            second = object_hash(AS(Row, self)->data);
    int64_t both = first ^ second;
    return isolate.pending ? -1 : both == -1 ? -2 : both;
}

static Value row_compare(Value left, Value right, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_isa(right, &sql_type_row))
        return VALUE_NOTIMPLEMENTED;
    int equal = object_equal(AS(Row, left)->description, AS(Row, right)->description);
    if (equal == 1)
        equal = object_equal(AS(Row, left)->data, AS(Row, right)->data);
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

NATIVE(row_keys) {
    NATIVE_UNUSED();
    const Row *row = AS(Row, args[0]);
    Value list = list_new(NULL, 0);
    int64_t columns =
        row->description == VALUE_NONE ? 0 : AS(TupleObject, row->description)->length;
    for (int64_t i = 0; list && i < columns; i++)
        if (list_append(list, name_of(row, i)) < 0)
            return 0;
    return list;
}

static const NativeMethod row_methods[] = {{.name = "keys", .call = row_keys}, {0}};

Type sql_type_row = {
    .name = "sqlite3.Row",
    .flags = TYPE_SEQUENCE | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Row),
    .methods = row_methods,
    .slots = {.dealloc = row_dealloc,
              .traverse = row_traverse,
              .len = row_len,
              .getitem = row_getitem,
              .iter = row_iter,
              .hash = row_hash,
              .compare = row_compare,
              .new = row_new,
              .init = row_init},
};

/* ---- functions of the module ----------------------------------------------------------------- */

/* register_adapter(type, adapter) */
NATIVE(sqlite_register_adapter) {
    NATIVE_UNUSED();
    Value pair[2] = {args[0], sql_prepare_protocol}, key = tuple_new(pair, 2);
    int status = key ? dict_set(sql_adapters, key, args[1]) : -1;
    value_decref(key);
    return status < 0 ? 0 : VALUE_NONE;
}

/* register_converter(typename, converter) */
NATIVE(sqlite_register_converter) {
    NATIVE_UNUSED();
    Value name = object_call_method(args[0], "upper", NULL, 0);
    int status = name ? dict_set(sql_converters, name, args[1]) : -1;
    value_decref(name);
    return status < 0 ? 0 : VALUE_NONE;
}

/* adapt(obj, proto=PrepareProtocol, alt) */
NATIVE(sqlite_adapt) {
    NATIVE_UNUSED();
    return sql_adapt(args[0], ARG(1), ARG(2));
}

NATIVE(sqlite_complete_statement) {
    NATIVE_UNUSED();
    size_t size;
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "complete_statement() argument 1 must be str, not %T",
                           args[0]);
    const char *sql = str_utf8(args[0], &size);
    return sql ? VALUE_BOOL(sqlite3_complete(sql)) : 0;
}

NATIVE(sqlite_enable_callback_tracebacks) {
    NATIVE_UNUSED();
    int on = object_truth(args[0]);
    if (on < 0)
        return 0;
    sql_callback_tracebacks = on;
    return VALUE_NONE;
}

NATIVE(sqlite_enable_shared_cache) {
    NATIVE_UNUSED();
    int on = object_truth(args[0]);
    if (on < 0)
        return 0;
    return sqlite3_enable_shared_cache(on) == SQLITE_OK
               ? VALUE_NONE
               : sql_error(sql_OperationalError, "Changing the shared_cache flag failed");
}

static const NativeMethod functions[] = {
    {.name = "register_adapter", .call = sqlite_register_adapter, .min_args = 2, .max_args = 2},
    {.name = "register_converter", .call = sqlite_register_converter, .min_args = 2, .max_args = 2},
    {.name = "adapt", .call = sqlite_adapt, .min_args = 1, .max_args = 3},
    {.name = "complete_statement",
     .call = sqlite_complete_statement,
     .min_args = 1,
     .max_args = 1,
     .keywords = "statement"},
    {.name = "enable_callback_tracebacks",
     .call = sqlite_enable_callback_tracebacks,
     .min_args = 1,
     .max_args = 1},
    {.name = "enable_shared_cache",
     .call = sqlite_enable_shared_cache,
     .min_args = 1,
     .max_args = 1,
     .keywords = "do_enable"},
    {0},
};

/* ---- the module ------------------------------------------------------------------------------ */

static int add_errors(ModuleObject *module) {
    const Value sql_Exception = OBJ(&rt_exc_Exception);
#define X(name, base)                                                                              \
    sql_##name = exc_class_new("sqlite3", #name, sql_##base);                                      \
    if (!sql_##name || module_set(module, #name, value_incref(sql_##name)) < 0)                    \
        return -1;
    SQLITE_ERRORS(X)
#undef X
    return 0;
}

static int add_numbers(ModuleObject *module, const Constant *numbers) {
    for (; numbers->name; numbers++)
        if (module_set(module, numbers->name, value_from_small_int(numbers->value)) < 0)
            return -1;
    return 0;
}

static int add_constants(ModuleObject *module) {
    if (add_numbers(module, codes) < 0 || add_numbers(module, constants) < 0 ||
        module_set(module, "PARSE_DECLTYPES", value_from_small_int(PARSE_DECLTYPES)) < 0 ||
        module_set(module, "PARSE_COLNAMES", value_from_small_int(PARSE_COLNAMES)) < 0 ||
        module_set(module, "threadsafety", value_from_small_int(3)) < 0 ||
        module_set(module, "version", str_from_cstr("2.6.0")) < 0)
        return -1;
    return module_set(module, "sqlite_version", str_from_cstr(sqlite3_libversion()));
}

static Value protocol_class(void) {
    Value arguments[3] = {str_from_cstr("PrepareProtocol"), tuple_new(NULL, 0), dict_new()};
    Value made = 0;
    if (arguments[0] && arguments[1] && arguments[2] &&
        dict_set_cstr(arguments[2], "__module__", str_name("sqlite3")) == 0)
        made = object_call(OBJ(&rt_type_type), arguments, 3, 0);
    for (int i = 0; i < 3; i++)
        value_decref(arguments[i]);
    return made;
}

static void finish(void) {
#define X(name, base) value_replace(&sql_##name, 0);
    SQLITE_ERRORS(X)
#undef X
    value_replace(&sql_adapters, 0);
    value_replace(&sql_converters, 0);
    value_replace(&sql_prepare_protocol, 0);
}

static int sqlite_init(ModuleObject *module) {
    static Type *const types[] = {&sql_type_connection, &sql_type_cursor, &sql_type_row,
                                  &sql_type_blob};
    type_ready(&sql_type_statement);
    rt_at_finish(finish);
    sql_adapters = dict_new();
    sql_converters = dict_new();
    sql_prepare_protocol = protocol_class();
    if (!sql_adapters || !sql_converters || !sql_prepare_protocol ||
        module_set(module, "adapters", value_incref(sql_adapters)) < 0 ||
        module_set(module, "converters", value_incref(sql_converters)) < 0 ||
        module_set(module, "PrepareProtocol", value_incref(sql_prepare_protocol)) < 0)
        return -1;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (module_add_type(module, strrchr(types[i]->name, '.') + 1, types[i]) < 0)
            return -1;
    if (add_errors(module) < 0 || add_constants(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__sqlite3_native = {"_sqlite3_native", sqlite_init};
