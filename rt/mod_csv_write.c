/*
 * mod_csv_write.c — csv.writer: rows to lines, which are passed to the write method of a file.
 */
#include "csv.h"

typedef struct Writer {
    Object base;
    Value write, dialect; /* a callable; CsvDialect */
} Writer;

#define SELF(value) AS(Writer, value)

/* ---- fields ---------------------------------------------------------------------------------- */

/* Must this character be escaped, or its field be quoted? */
static bool is_special(const CsvDialect *dialect, int32_t character) {
    if (character == dialect->delimiter || character == dialect->escape ||
        character == dialect->quote)
        return true;
    const StrObject *end = AS(StrObject, dialect->terminator);
    for (int64_t i = 0; i < end->length; i++)
        if (str_at(end, i) == (uint32_t)character)
            return true;
    return false;
}

/* Does the field have to be quoted for the sake of one of its characters? */
static bool wants_quotes(const CsvDialect *dialect, const StrObject *field) {
    if (dialect->quoting == QUOTE_NONE)
        return false;
    for (int64_t i = 0; i < field->length; i++) {
        int32_t character = (int32_t)str_at(field, i);
        if (!is_special(dialect, character))
            continue;
        if (character == dialect->quote ? dialect->double_quote : character != dialect->escape)
            return true;
    }
    return false;
}

static int write_field(StrBuilder *line, const CsvDialect *dialect, Value value, bool quoted) {
    const StrObject *field = AS(StrObject, value);
    if (quoted)
        str_builder_char(line, (uint32_t)dialect->quote);
    for (int64_t i = 0; i < field->length; i++) {
        int32_t character = (int32_t)str_at(field, i);
        bool special = is_special(dialect, character), escaped = false;
        if (special && dialect->quoting == QUOTE_NONE)
            escaped = true;
        else if (special && character == dialect->quote && dialect->double_quote)
            str_builder_char(line, (uint32_t)dialect->quote);
        else if (special)
            escaped = character == dialect->quote || character == dialect->escape;
        if (escaped && dialect->escape == CSV_NONE)
            return raise_status(csv_error_type(), "need to escape, but no escapechar set");
        if (escaped)
            str_builder_char(line, (uint32_t)dialect->escape);
        str_builder_char(line, (uint32_t)character);
    }
    if (quoted)
        str_builder_char(line, (uint32_t)dialect->quote);
    return 0;
}

/* The text of a field, and whether it must be quoted by its kind; new reference. */
static Value field_text(const CsvDialect *dialect, Value field, bool *quoted) {
    *quoted = dialect->quoting == QUOTE_ALL ||
              (dialect->quoting == QUOTE_NONNUMERIC && !value_is_int(field) &&
               !value_is_float(field) && !value_type(field)->slots.to_float);
    if (value_is_str(field))
        return value_incref(field);
    return field == VALUE_NONE ? str_empty() : object_str(field);
}

/* What is collected of a row. */
typedef struct Row {
    StrBuilder line;
    const CsvDialect *dialect;
    int64_t count;
    bool only_empty; /* there is one field, and it is empty and not quoted */
} Row;

static int add_field(Value field, void *context) {
    Row *row = context;
    bool quoted;
    Value text = field_text(row->dialect, field, &quoted);
    if (!text)
        return -1;
    quoted = quoted || wants_quotes(row->dialect, AS(StrObject, text));
    row->only_empty = row->count == 0 && AS(StrObject, text)->length == 0 && !quoted;
    if (row->count++)
        str_builder_char(&row->line, (uint32_t)row->dialect->delimiter);
    int status = write_field(&row->line, row->dialect, text, quoted);
    value_decref(text);
    return status;
}

/* One empty field would read back as none: it is quoted. */
static int finish_row(Row *row) {
    if (!row->only_empty)
        return 0;
    if (row->dialect->quoting == QUOTE_NONE)
        return raise_status(csv_error_type(), "single empty field record must be quoted");
    str_builder_char(&row->line, (uint32_t)row->dialect->quote);
    str_builder_char(&row->line, (uint32_t)row->dialect->quote);
    return 0;
}

static Value write_row(Writer *writer, Value fields) {
    Row row = {.dialect = AS(CsvDialect, writer->dialect)};
    Value iterator = object_iter(fields);
    if (!iterator) {
        if (exc_pending_is(&rt_exc_TypeError)) {
            exc_clear();
            raise_error(csv_error_type(), "iterable expected, not %T", fields);
        }
        return 0;
    }
    str_builder_init(&row.line);
    int status = object_iterate(iterator, add_field, &row);
    value_decref(iterator);
    if (status < 0 || finish_row(&row) < 0) {
        str_builder_drop(&row.line);
        return 0;
    }
    str_builder_str(&row.line, row.dialect->terminator);
    Value line = str_builder_finish(&row.line);
    Value result = line ? object_call1(writer->write, line) : 0;
    value_decref(line);
    return result;
}

/* ---- the class ------------------------------------------------------------------------------- */

NATIVE(method_writerow) {
    NATIVE_UNUSED();
    return write_row(SELF(args[0]), args[1]);
}

static int write_each(Value row, void *context) {
    Value result = write_row(context, row);
    value_decref(result);
    return result ? 0 : -1;
}

NATIVE(method_writerows) {
    NATIVE_UNUSED();
    return object_iterate(args[1], write_each, SELF(args[0])) < 0 ? 0 : VALUE_NONE;
}

NATIVE(get_dialect) {
    NATIVE_UNUSED();
    return value_incref(SELF(args[0])->dialect);
}

static void writer_clear(Object *self) {
    value_replace(&((Writer *)self)->write, 0);
}

static void writer_dealloc(Object *self) {
    writer_clear(self);
    value_decref(((Writer *)self)->dialect);
}

static void writer_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Writer *)self)->write, context);
}

static const NativeMethod writer_methods[] = {
    {.name = "writerow", .call = method_writerow, .min_args = 1, .max_args = 1},
    {.name = "writerows", .call = method_writerows, .min_args = 1, .max_args = 1},
    {.name = "dialect", .call = get_dialect, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_csv_writer = {
    .name = "_csv.writer",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Writer),
    .methods = writer_methods,
    .slots = {.dealloc = writer_dealloc, .clear = writer_clear, .traverse = writer_traverse},
};

Value csv_writer(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    bool failed;
    Value write = object_getattr_optional(args[0], str_name("write"), &failed);
    if (failed)
        return 0;
    if (!write || !object_callable(write)) {
        value_decref(write);
        return raise_error(&rt_exc_TypeError, "argument 1 must have a \"write\" method");
    }
    Value dialect = csv_dialect_for(count > 1 ? args[1] : 0, args + count, names);
    Writer *writer = dialect ? object_new(&rt_type_csv_writer, sizeof *writer) : NULL;
    if (!writer) {
        value_decref(write);
        value_decref(dialect);
        return 0;
    }
    writer->write = write;
    writer->dialect = dialect;
    return OBJ(writer);
}
