/*
 * sqlite_values.c — values between Python and SQLite: columns, parameters, adapters.
 */
#include "sqlite.h"

#include "containers.h"
#include "numbers.h"

Value sql_adapters, sql_converters;

/* ---- from SQLite ----------------------------------------------------------------------------- */

static Value text_value(Connection *connection, const char *text, int size, const char *column) {
    Value factory = connection->text_factory;
    if (factory == OBJ(&rt_type_bytes))
        return bytes_new(text, (size_t)size);
    if (factory == OBJ(&rt_type_bytearray) || factory != OBJ(&rt_type_str)) {
        Value bytes = bytes_new(text, (size_t)size);
        Value result = bytes ? object_call_held(factory, &bytes, 1, 0) : 0;
        value_decref(bytes);
        return result;
    }
    Value str = str_from_utf8(text, (size_t)size);
    if (!str && exc_pending_is(&rt_exc_UnicodeDecodeError)) {
        exc_clear();
        Value words[2] = {str_name("utf-8"), str_name("replace")};
        Value bytes = bytes_new(text, (size_t)size);
        Value shown = bytes ? object_call_method(bytes, "decode", words, 2) : 0;
        if (shown)
            sql_error(sql_OperationalError, "Could not decode to UTF-8 column '%s' with text '%S'",
                      column ? column : "<unknown column name>", shown);
        value_decref(shown);
        value_decref(bytes);
    }
    return str;
}

Value sql_column(Connection *connection, sqlite3_stmt *statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return VALUE_NONE;
    case SQLITE_INTEGER:
        return int_from_i64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return float_new(sqlite3_column_double(statement, column));
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_column_text(statement, column);
        if (!text)
            return raise_no_memory();
        return text_value(connection, text, sqlite3_column_bytes(statement, column),
                          sqlite3_column_name(statement, column));
    }
    default: {
        const void *data = sqlite3_column_blob(statement, column);
        return bytes_new(data ? data : "", (size_t)sqlite3_column_bytes(statement, column));
    }
    }
}

Value sql_argument(sqlite3_value *value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return VALUE_NONE;
    case SQLITE_INTEGER:
        return int_from_i64(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return float_new(sqlite3_value_double(value));
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_value_text(value);
        return text ? str_from_utf8(text, (size_t)sqlite3_value_bytes(value)) : raise_no_memory();
    }
    default: {
        const void *data = sqlite3_value_blob(value);
        return bytes_new(data ? data : "", (size_t)sqlite3_value_bytes(value));
    }
    }
}

/* ---- to SQLite ------------------------------------------------------------------------------- */

static bool read_integer(Value value, int64_t *number) {
    if (int_to_i64(value, number))
        return true;
    raise_error(&rt_exc_OverflowError, "Python int too large to convert to SQLite INTEGER");
    return false;
}

bool sql_result(sqlite3_context *context, Value value) {
    int64_t number;
    const uint8_t *data;
    int64_t size;
    if (value == VALUE_NONE) {
        sqlite3_result_null(context);
    } else if (value_is_int(value)) {
        if (!read_integer(value, &number))
            return false;
        sqlite3_result_int64(context, number);
    } else if (value_isa(value, &rt_type_float)) {
        sqlite3_result_double(context, AS(FloatObject, value)->number);
    } else if (value_isa(value, &rt_type_str)) {
        size_t length;
        const char *text = sql_text(value, &length);
        if (!text)
            return false;
        sqlite3_result_text64(context, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (bytes_view(value, &data, &size)) {
        sqlite3_result_blob64(context, data, (sqlite3_uint64)size, SQLITE_TRANSIENT);
    } else {
        return false;
    }
    return true;
}

const char *sql_text(Value str, size_t *size) {
    if (!AS(StrObject, str)->ascii) { /* UTF-8 has no surrogates */
        Value encoded = object_call_method(str, "encode", NULL, 0);
        value_decref(encoded);
        if (!encoded)
            return NULL;
    }
    return str_utf8(str, size);
}

/* SQLite's status, or -1 with an exception pending. */
static int bind_value(sqlite3_stmt *statement, int place, Value value, bool *unsupported) {
    int64_t number, size;
    const uint8_t *data;
    if (value == VALUE_NONE)
        return sqlite3_bind_null(statement, place);
    if (value_is_int(value))
        return read_integer(value, &number) ? sqlite3_bind_int64(statement, place, number) : -1;
    if (value_isa(value, &rt_type_float))
        return sqlite3_bind_double(statement, place, AS(FloatObject, value)->number);
    if (value_isa(value, &rt_type_str)) {
        size_t length;
        const char *text = sql_text(value, &length);
        return text ? sqlite3_bind_text64(statement, place, text, length, SQLITE_TRANSIENT,
                                          SQLITE_UTF8)
                    : -1;
    }
    if (bytes_view(value, &data, &size))
        return sqlite3_bind_blob64(statement, place, size ? data : (const uint8_t *)"",
                                   (sqlite3_uint64)size, SQLITE_TRANSIENT);
    *unsupported = true;
    return SQLITE_MISUSE;
}

static bool needs_adapting(Value value) {
    return value != VALUE_NONE && !value_is_small_int(value) && !value_is(value, &rt_type_int) &&
           !value_is(value, &rt_type_float) && !value_is(value, &rt_type_str) &&
           !value_is(value, &rt_type_bytes) && !value_is(value, &rt_type_bytearray);
}

/* 0 or -1. */
static int bind_one(Connection *connection, Statement *statement, int place, Value value) {
    value_incref(value);
    if (needs_adapting(value)) {
        value_replace(&value, sql_adapt(value, 0, value));
        if (!value)
            return -1;
    }
    bool unsupported = false;
    int code = bind_value(statement->handle, place, value, &unsupported);
    if (code != SQLITE_OK && !isolate.pending) {
        if (unsupported)
            sql_error(sql_ProgrammingError,
                      "Error binding parameter %d: type '%T' is not supported", place, value);
        else
            sql_raise(connection->db);
    }
    value_decref(value);
    return isolate.pending ? -1 : 0;
}

static int bind_sequence(Connection *connection, Statement *statement, Value parameters,
                         int wanted) {
    Value list = list_from_iterable(parameters);
    if (!list)
        return -1;
    int64_t given = AS(ListObject, list)->length;
    int status = 0;
    if (given != wanted) {
        sql_error(sql_ProgrammingError,
                  "Incorrect number of bindings supplied. The current statement uses %d, and there "
                  "are %lld supplied.",
                  wanted, (long long)given);
        status = -1;
    }
    for (int i = 0; status == 0 && i < wanted; i++)
        status = bind_one(connection, statement, i + 1, AS(ListObject, list)->items[i]);
    value_decref(list);
    return status;
}

static int bind_mapping(Connection *connection, Statement *statement, Value parameters,
                        int wanted) {
    for (int i = 1; i <= wanted; i++) {
        const char *name = sqlite3_bind_parameter_name(statement->handle, i);
        if (!name) {
            sql_error(sql_ProgrammingError,
                      "Binding %d has no name, but you supplied a dictionary (which has only "
                      "names).",
                      i);
            return -1;
        }
        name++; /* without its ':' */
        Value key = str_from_cstr(name);
        Value value = key ? object_getitem(parameters, key) : 0;
        value_decref(key);
        if (!value) {
            if (exc_pending_is(&rt_exc_KeyError) || exc_pending_is(&rt_exc_LookupError)) {
                exc_clear();
                sql_error(sql_ProgrammingError,
                          "You did not supply a value for binding parameter "
                          ":%s.",
                          name);
            }
            return -1;
        }
        int status = bind_one(connection, statement, i, value);
        value_decref(value);
        if (status < 0)
            return -1;
    }
    return 0;
}

int sql_bind(Connection *connection, Statement *statement, Value parameters) {
    int wanted = sqlite3_bind_parameter_count(statement->handle);
    bool is_sequence =
        value_isa(parameters, &rt_type_tuple) || value_isa(parameters, &rt_type_list);
    if (!is_sequence && !value_isa(parameters, &rt_type_dict)) {
        bool failed;
        Value keys = object_getattr_optional(parameters, str_name("keys"), &failed);
        is_sequence =
            !keys && value_type(parameters)->slots.getitem && value_type(parameters)->slots.len;
        value_decref(keys);
        if (failed)
            return -1;
        if (!keys && !is_sequence) {
            sql_error(sql_ProgrammingError, "parameters are of unsupported type");
            return -1;
        }
    }
    return is_sequence ? bind_sequence(connection, statement, parameters, wanted)
                       : bind_mapping(connection, statement, parameters, wanted);
}

/* ---- adapters -------------------------------------------------------------------------------- */

/* object.method(argument) if it exists: VALUE_NONE or 0 without an exception if it has no answer.
 */
static Value ask(Value object, const char *method, Value argument) {
    bool failed;
    Value bound = object_getattr_optional(object, str_name(method), &failed);
    if (!bound)
        return 0;
    Value answer = object_call1(bound, argument);
    value_decref(bound);
    if (!answer && exc_pending_is(&rt_exc_TypeError))
        exc_clear();
    return answer;
}

Value sql_adapt(Value object, Value protocol, Value otherwise) {
    if (!protocol)
        protocol = sql_prepare_protocol;
    Value pair[2] = {OBJ(value_type(object)), protocol};
    Value key = tuple_new(pair, 2), result = 0;
    Value adapter = key ? dict_get_borrow(sql_adapters, key) : 0;
    if (adapter)
        result = object_call1(adapter, object);
    else if (!isolate.pending && !(result = ask(protocol, "__adapt__", object)) && !isolate.pending)
        result = ask(object, "__conform__", protocol);
    if (result == VALUE_NONE && !adapter)
        result = 0;
    if (!result && !isolate.pending) {
        if (otherwise)
            result = value_incref(otherwise);
        else
            sql_error(sql_ProgrammingError, "can't adapt");
    }
    value_decref(key);
    return result;
}
