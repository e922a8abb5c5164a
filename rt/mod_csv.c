/*
 * mod_csv.c — the module _csv: dialects and their registry. Reading is in mod_csv_read.c, writing
 * in mod_csv_write.c.
 */
#include "csv.h"

static Value error_class, dialects; /* dialects: dict, name -> CsvDialect */
int64_t rt_csv_field_limit = 128 * 1024;

#define SELF(value) AS(CsvDialect, value)

Type *csv_error_type(void) {
    return error_class ? AS(Type, error_class) : &rt_exc_ValueError;
}

/* ---- making dialects ------------------------------------------------------------------------- */

/* Places of the options of a dialect; the attributes have the same names. */
enum Option {
    OPTION_DIALECT,
    OPTION_DELIMITER,
    OPTION_DOUBLEQUOTE,
    OPTION_ESCAPECHAR,
    OPTION_LINETERMINATOR,
    OPTION_QUOTECHAR,
    OPTION_QUOTING,
    OPTION_SKIPINITIALSPACE,
    OPTION_STRICT,
    OPTION_COUNT
};
static const char *const option_names[OPTION_COUNT] = {
    "dialect",   "delimiter", "doublequote",      "escapechar", "lineterminator",
    "quotechar", "quoting",   "skipinitialspace", "strict"};

/* Reads one character, or None where that is allowed. 0 or -1. */
static int read_character(const char *name, Value value, bool optional, int32_t *character) {
    *character = CSV_NONE;
    if (value == VALUE_NONE && optional)
        return 0;
    if (!value_is_str(value))
        return raise_status(&rt_exc_TypeError, "\"%s\" must be string%s, not %T", name,
                            optional ? " or None" : "", value);
    if (AS(StrObject, value)->length != 1)
        return raise_status(&rt_exc_TypeError, "\"%s\" must be a 1-character string", name);
    *character = (int32_t)str_at(AS(StrObject, value), 0);
    return 0;
}

static int read_flag(Value value, bool usual, bool *flag) {
    int truth = value ? object_truth(value) : usual;
    *flag = truth > 0;
    return truth < 0 ? -1 : 0;
}

static int read_quoting(CsvDialect *self, Value value) {
    if (value && !value_is_int(value))
        return raise_status(&rt_exc_TypeError, "\"quoting\" must be an integer");
    int64_t quoting = value ? object_index(value) : QUOTE_MINIMAL;
    if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NONE)
        return raise_status(&rt_exc_TypeError, "bad \"quoting\" value");
    self->quoting = (uint8_t)quoting;
    return 0;
}

static int read_terminator(CsvDialect *self, Value value) {
    if (!value) {
        self->terminator = str_from_cstr("\r\n");
        return self->terminator ? 0 : -1;
    }
    if (value == VALUE_NONE) /* an error of its own, once all else is right */
        return 0;
    if (!value_is_str(value))
        return raise_status(&rt_exc_TypeError, "\"lineterminator\" must be a string");
    self->terminator = value_incref(value);
    return 0;
}

static int read_options(CsvDialect *self, const Value *options) {
    Value quote = options[OPTION_QUOTECHAR];
    self->delimiter = ',';
    self->quote = '"';
    self->escape = CSV_NONE;
    if ((options[OPTION_DELIMITER] &&
         read_character("delimiter", options[OPTION_DELIMITER], false, &self->delimiter) < 0) ||
        read_flag(options[OPTION_DOUBLEQUOTE], true, &self->double_quote) < 0 ||
        (options[OPTION_ESCAPECHAR] &&
         read_character("escapechar", options[OPTION_ESCAPECHAR], true, &self->escape) < 0) ||
        read_terminator(self, options[OPTION_LINETERMINATOR]) < 0 ||
        (quote && read_character("quotechar", quote, true, &self->quote) < 0) ||
        read_quoting(self, options[OPTION_QUOTING]) < 0 ||
        read_flag(options[OPTION_SKIPINITIALSPACE], false, &self->skip_blanks) < 0 ||
        read_flag(options[OPTION_STRICT], false, &self->strict) < 0)
        return -1;
    if (quote == VALUE_NONE && !options[OPTION_QUOTING])
        self->quoting = QUOTE_NONE;
    if (self->quoting != QUOTE_NONE && self->quote == CSV_NONE)
        return raise_status(&rt_exc_TypeError, "quotechar must be set if quoting enabled");
    if (!self->terminator)
        return raise_status(&rt_exc_TypeError, "lineterminator must be set");
    return 0;
}

/* The dialect registered under a name; borrowed. */
static Value find_dialect(Value name) {
    Value known = dialects ? dict_get_borrow(dialects, name) : 0;
    if (!known && !isolate.pending)
        raise_error(csv_error_type(), "unknown dialect");
    return known;
}

/* Fills options that were not given from the attributes of `dialect`; `owned` keeps what was read.
 * 0 or -1. */
static int inherit_options(Value *options, Value dialect, Value owned) {
    for (int i = OPTION_DELIMITER; i < OPTION_COUNT; i++) {
        bool failed;
        if (options[i])
            continue;
        Value value = object_getattr_optional(dialect, str_name(option_names[i]), &failed);
        if (failed || (value && list_append(owned, value) < 0)) {
            value_decref(value);
            return -1;
        }
        options[i] = value;
        value_decref(value); /* the list keeps it */
    }
    return 0;
}

/* `options`: by enum Option, borrowed; the first may be a name, a class or an object. */
static Value dialect_make(Value *options) {
    Value base = options[OPTION_DIALECT] == VALUE_NONE ? 0 : options[OPTION_DIALECT];
    if (base && value_is_str(base) && !(base = find_dialect(base)))
        return 0;
    bool changed = false;
    for (int i = OPTION_DELIMITER; i < OPTION_COUNT; i++)
        changed |= options[i] != 0;
    if (base && value_is(base, &rt_type_csv_dialect) && !changed)
        return value_incref(base);
    Value owned = list_new(NULL, 0);
    CsvDialect *self = NULL;
    if (owned && (!base || inherit_options(options, base, owned) == 0))
        self = object_new(&rt_type_csv_dialect, sizeof *self);
    if (self && read_options(self, options) < 0) {
        value_decref(OBJ(self));
        self = NULL;
    }
    value_decref(owned);
    return OBJ(self);
}

/* Binds keyword arguments to the options. 0 or -1. */
static int bind_options(const Value *values, Value names, Value *options) {
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++) {
        Value name = AS(TupleObject, names)->items[i];
        int place = 0;
        while (place < OPTION_COUNT && !str_equal_cstr(name, option_names[place]))
            place++;
        if (place == OPTION_COUNT)
            return raise_status(&rt_exc_TypeError,
                                "'%S' is an invalid keyword argument for this function", name);
        options[place] = values[i];
    }
    return 0;
}

Value csv_dialect_for(Value dialect, const Value *values, Value names) {
    Value options[OPTION_COUNT] = {dialect};
    return bind_options(values, names, options) < 0 ? 0 : dialect_make(options);
}

static Value dialect_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type;
    Value options[OPTION_COUNT] = {0};
    if (count > OPTION_COUNT)
        return raise_error(&rt_exc_TypeError, "function takes at most %d arguments (%d given)",
                           OPTION_COUNT, (int)count);
    for (uint32_t i = 0; i < count; i++)
        options[i] = args[i];
    return bind_options(args + count, names, options) < 0 ? 0 : dialect_make(options);
}

static void dialect_dealloc(Object *self) {
    value_decref(((CsvDialect *)self)->terminator);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static Value character_value(int32_t character) {
    return character == CSV_NONE ? VALUE_NONE : str_from_char((uint32_t)character);
}

#define GETTER(name, expression)                                                                   \
    NATIVE(get_##name) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        return expression;                                                                         \
    }
GETTER(delimiter, character_value(SELF(args[0])->delimiter))
GETTER(quotechar, character_value(SELF(args[0])->quote))
GETTER(escapechar, character_value(SELF(args[0])->escape))
GETTER(lineterminator, value_incref(SELF(args[0])->terminator))
GETTER(quoting, value_from_small_int(SELF(args[0])->quoting))
GETTER(doublequote, VALUE_BOOL(SELF(args[0])->double_quote))
GETTER(skipinitialspace, VALUE_BOOL(SELF(args[0])->skip_blanks))
GETTER(strict, VALUE_BOOL(SELF(args[0])->strict))

#define ROW(python_name)                                                                           \
    { .name = #python_name, .call = get_##python_name, .kind = METHOD_GETTER }
static const NativeMethod dialect_methods[] = {
    ROW(delimiter),        ROW(quotechar), ROW(escapechar),
    ROW(lineterminator),   ROW(quoting),   ROW(doublequote),
    ROW(skipinitialspace), ROW(strict),    {0},
};

Type rt_type_csv_dialect = {
    .name = "_csv.Dialect",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(CsvDialect),
    .methods = dialect_methods,
    .slots = {.new = dialect_new, .dealloc = dialect_dealloc},
};

/* ---- functions ------------------------------------------------------------------------------- */

NATIVE(register_dialect) {
    (void)callee;
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError, "dialect name must be a string");
    Value dialect = csv_dialect_for(count > 1 ? args[1] : 0, args + count, names);
    if (dialect && !dialects)
        dialects = dict_new();
    int status = dialect && dialects ? dict_set(dialects, args[0], dialect) : -1;
    value_decref(dialect);
    return status < 0 ? 0 : VALUE_NONE;
}

NATIVE(unregister_dialect) {
    NATIVE_UNUSED();
    if (!find_dialect(args[0]))
        return 0;
    return dict_delete(dialects, args[0]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(get_dialect) {
    NATIVE_UNUSED();
    return value_incref(find_dialect(args[0]));
}

NATIVE(list_dialects) {
    NATIVE_UNUSED();
    return dialects ? list_from_iterable(dialects) : list_new(NULL, 0);
}

NATIVE(field_size_limit) {
    NATIVE_UNUSED();
    int64_t before = rt_csv_field_limit;
    if (ARG(0) && !value_is_int(args[0]))
        return raise_error(&rt_exc_TypeError, "limit must be an integer");
    int64_t limit = ARG(0) ? object_index(args[0]) : before;
    if (limit == -1 && isolate.pending)
        return 0;
    rt_csv_field_limit = limit;
    return int_from_i64(before);
}

static const NativeMethod functions[] = {
    {.name = "reader", .call = csv_reader, .min_args = 1, .max_args = 2, .keywords = "*"},
    {.name = "writer", .call = csv_writer, .min_args = 1, .max_args = 2, .keywords = "*"},
    {.name = "register_dialect",
     .call = register_dialect,
     .min_args = 1,
     .max_args = 2,
     .keywords = "*"},
    {.name = "unregister_dialect",
     .call = unregister_dialect,
     .min_args = 1,
     .max_args = 1,
     .keywords = "name"},
    {.name = "get_dialect", .call = get_dialect, .min_args = 1, .max_args = 1, .keywords = "name"},
    {.name = "list_dialects", .call = list_dialects},
    {.name = "field_size_limit", .call = field_size_limit, .max_args = 1, .keywords = "new_limit"},
    {0},
};

static void csv_finish(void) {
    value_replace(&dialects, 0);
    value_replace(&error_class, 0);
}

static int csv_init(ModuleObject *module) {
    static const char *const quotings[] = {"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC",
                                           "QUOTE_NONE"};
    type_ready(&rt_type_csv_reader);
    type_ready(&rt_type_csv_writer);
    rt_at_finish(csv_finish);
    error_class = exc_class_new("_csv", "Error", OBJ(&rt_exc_Exception));
    if (!error_class || module_set(module, "Error", value_incref(error_class)) < 0 ||
        module_set(module, "__version__", str_from_cstr("1.0")) < 0 ||
        module_add_type(module, "Dialect", &rt_type_csv_dialect) < 0)
        return -1;
    for (int i = 0; i < 4; i++)
        if (module_set(module, quotings[i], value_from_small_int(i)) < 0)
            return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__csv = {"_csv", csv_init};
