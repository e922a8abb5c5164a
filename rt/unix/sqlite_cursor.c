/*
 * sqlite_cursor.c — Cursor: executing statements and fetching rows. A statement is stepped once
 * when it is executed and then ahead of each fetch, as in CPython, so that what it changes is
 * changed at once. SQLite runs without the isolate's lock.
 */
#include "sqlite.h"

#include "containers.h"
#include "item.h"

static Cursor *self_of(const Value *args) {
    return AS(Cursor, args[0]);
}

/* ---- statements ------------------------------------------------------------------------------ */

static void statement_reset(Statement *statement) {
    if (statement && statement->handle) {
        ThreadState state, *before;
        sql_leave(&state, &before);
        sqlite3_reset(statement->handle);
        sql_enter(&state, before);
    }
}

void cursor_reset(Cursor *cursor) {
    Statement *statement = cursor->statement;
    if (!statement)
        return;
    cursor->statement = NULL;
    statement_reset(statement);
    statement->in_use = false;
    value_decref(OBJ(statement));
}

/* One step; SQLite's code. */
static int step(Statement *statement) {
    if (!statement->handle)
        return SQLITE_DONE;
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_step(statement->handle);
    sql_enter(&state, before);
    return code;
}

/* ---- life ------------------------------------------------------------------------------------ */

static Value cursor_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    Cursor *cursor = object_new(type, sizeof *cursor);
    if (!cursor)
        return 0;
    cursor->description = cursor->lastrowid = cursor->row_factory = VALUE_NONE;
    cursor->arraysize = 1;
    cursor->rowcount = -1;
    return OBJ(cursor);
}

static int cursor_init(Value self, const Value *args, uint32_t count, Value names) {
    Cursor *cursor = AS(Cursor, self);
    if (names || count != 1)
        return raise_status(&rt_exc_TypeError, "Cursor() takes exactly 1 argument (%u given)",
                            count);
    if (!value_isa(args[0], &sql_type_connection))
        return raise_status(&rt_exc_TypeError,
                            "Cursor() argument 1 must be sqlite3.Connection, not %T", args[0]);
    Connection *connection = AS(Connection, value_incref(args[0])), *old = cursor->connection;
    cursor->connection = connection;
    value_decref(OBJ(old));
    if (!connection_check(connection) || connection_register_cursor(connection, self) < 0)
        return -1;
    cursor->initialized = true;
    return 0;
}

static void cursor_traverse(Object *self, VisitValue visit, void *context) {
    Cursor *cursor = (Cursor *)self;
    Value values[] = {OBJ(cursor->connection), OBJ(cursor->statement), cursor->description,
                      cursor->lastrowid,       cursor->row_factory,    cursor->converters,
                      cursor->next_row};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (values[i])
            visit(values[i], context);
}

static void cursor_clear(Object *self) {
    Cursor *cursor = (Cursor *)self;
    cursor_reset(cursor);
    value_replace(&cursor->description, VALUE_NONE);
    value_replace(&cursor->row_factory, VALUE_NONE);
    value_replace(&cursor->converters, 0);
    value_replace(&cursor->next_row, 0);
    Connection *connection = cursor->connection;
    cursor->connection = NULL;
    value_decref(OBJ(connection));
}

static void cursor_dealloc(Object *self) {
    cursor_clear(self);
    value_decref(((Cursor *)self)->lastrowid);
}

static bool check(Cursor *cursor) {
    if (!cursor->initialized)
        sql_error(sql_ProgrammingError, "Base Cursor.__init__ not called.");
    else if (cursor->closed)
        sql_error(sql_ProgrammingError, "Cannot operate on a closed cursor.");
    else if (cursor->locked)
        sql_error(sql_ProgrammingError, "Recursive use of cursors not allowed.");
    else
        return connection_check(cursor->connection);
    return false;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* The converter for a column by "name [type]" or by its declared type; borrowed, None, or 0. */
static Value converter_for(Cursor *cursor, int column) {
    sqlite3_stmt *statement = cursor->statement->handle;
    const char *start = NULL;
    size_t size = 0;
    if (cursor->connection->detect_types & PARSE_COLNAMES) {
        const char *name = sqlite3_column_name(statement, column);
        start = name ? strrchr(name, '[') : NULL;
        if (start && name[strlen(name) - 1] == ']')
            size = strlen(++start) - 1;
    }
    if (!size && cursor->connection->detect_types & PARSE_DECLTYPES) {
        start = sqlite3_column_decltype(statement, column);
        size = start ? strcspn(start, " (") : 0;
    }
    if (!size)
        return VALUE_NONE;
    char key[256];
    if (size >= sizeof key)
        return VALUE_NONE;
    for (size_t i = 0; i < size; i++)
        key[i] = (char)(start[i] >= 'a' && start[i] <= 'z' ? start[i] - 32 : start[i]);
    Value text = str_from_utf8(key, size);
    Value found = text ? dict_get_borrow(sql_converters, text) : 0;
    value_decref(text);
    return found ? found : isolate.pending ? 0 : VALUE_NONE;
}

static int find_converters(Cursor *cursor, int columns) {
    value_replace(&cursor->converters, 0);
    if (!cursor->connection->detect_types)
        return 0;
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < columns; i++) {
        Value converter = converter_for(cursor, i);
        if (!converter || list_append(list, converter) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    cursor->converters = list;
    return list ? 0 : -1;
}

/* "name [type]" without the type, if types are looked for there. */
static Value column_name(const Cursor *cursor, const char *name) {
    size_t size = strlen(name);
    const char *bracket = strchr(name, '[');
    if (cursor->connection->detect_types & PARSE_COLNAMES && bracket && bracket > name &&
        bracket[-1] == ' ')
        size = (size_t)(bracket - 1 - name);
    return str_from_utf8(name, size);
}

static int describe(Cursor *cursor, int columns) {
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < columns; i++) {
        const char *name = sqlite3_column_name(cursor->statement->handle, i);
        Value parts[7] = {name ? column_name(cursor, name) : raise_no_memory(),
                          VALUE_NONE,
                          VALUE_NONE,
                          VALUE_NONE,
                          VALUE_NONE,
                          VALUE_NONE,
                          VALUE_NONE};
        Value item = parts[0] ? tuple_new(parts, 7) : 0;
        value_decref(parts[0]);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    Value tuple = list ? tuple_from_list_take(list) : 0;
    if (!tuple)
        return -1;
    value_replace(&cursor->description, tuple);
    return 0;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static Value converted(Cursor *cursor, int column) {
    Value converter =
        cursor->converters ? AS(ListObject, cursor->converters)->items[column] : VALUE_NONE;
    sqlite3_stmt *statement = cursor->statement->handle;
    if (converter == VALUE_NONE)
        return sql_column(cursor->connection, statement, column);
    const void *data = sqlite3_column_blob(statement, column);
    if (!data)
        return VALUE_NONE;
    Value bytes = bytes_new(data, (size_t)sqlite3_column_bytes(statement, column));
    Value result = bytes ? object_call1(converter, bytes) : 0;
    value_decref(bytes);
    return result;
}

/* The row that the statement stands on, as the row factory wants it. */
static Value row_at(Cursor *cursor) {
    int columns = sqlite3_data_count(cursor->statement->handle);
    Value row = tuple_new_empty(columns);
    cursor->locked = true;
    for (int i = 0; row && i < columns; i++) {
        Value item = converted(cursor, i);
        AS(TupleObject, row)->items[i] = item ? item : VALUE_NONE;
        if (!item) {
            value_decref(row);
            row = 0;
        }
    }
    cursor->locked = false;
    if (!row || cursor->row_factory == VALUE_NONE)
        return row;
    Value pair[2] = {OBJ(cursor), row};
    Value made = object_call_held(cursor->row_factory, pair, 2, 0);
    value_decref(row);
    return made;
}

/* The next row, or VALUE_STOP. */
static Value cursor_next(Value self) {
    Cursor *cursor = AS(Cursor, self);
    if (!check(cursor))
        return 0;
    if (!cursor->statement)
        return VALUE_STOP;
    Value row = row_at(cursor);
    if (!row || !cursor->statement)
        return row;
    cursor->locked = true;
    int code = step(cursor->statement);
    cursor->locked = false;
    if (code == SQLITE_ROW)
        return row;
    if (code == SQLITE_DONE) {
        if (cursor->statement->is_dml)
            cursor->rowcount = sqlite3_changes(cursor->connection->db);
        cursor_reset(cursor);
        return row;
    }
    sql_raise(cursor->connection->db);
    cursor_reset(cursor);
    value_decref(row);
    return 0;
}

static Value fetch(Value self, int64_t most) {
    Value list = list_new(NULL, 0);
    while (list && (most < 0 || AS(ListObject, list)->length < most)) {
        Value row = cursor_next(self);
        if (row == VALUE_STOP)
            break;
        if (!row || list_append_take(list, row) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    return list;
}

NATIVE(cursor_fetchone) {
    NATIVE_UNUSED();
    Value row = cursor_next(args[0]);
    return row == VALUE_STOP ? VALUE_NONE : row;
}

/* fetchmany(size=cursor.arraysize) */
NATIVE(cursor_fetchmany) {
    NATIVE_UNUSED();
    int64_t most = args[1] ? object_index(args[1]) : self_of(args)->arraysize;
    if (most == -1 && isolate.pending)
        return 0;
    if (!check(self_of(args)))
        return 0;
    return fetch(args[0], most > 0 ? most : -1);
}

NATIVE(cursor_fetchall) {
    NATIVE_UNUSED();
    return fetch(args[0], -1);
}

/* ---- executing ------------------------------------------------------------------------------- */

/* Binds and steps once. 0 or -1. */
static int run_once(Cursor *cursor, Value parameters, bool many) {
    Connection *connection = cursor->connection;
    Statement *statement = cursor->statement;
    if (statement->handle) {
        sqlite3_reset(statement->handle);
        sqlite3_clear_bindings(statement->handle);
        if (sql_bind(connection, statement, parameters) < 0)
            return -1;
    }
    int code = step(statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        if (!isolate.pending)
            sql_raise(connection->db);
        return -1;
    }
    int columns = statement->handle ? sqlite3_column_count(statement->handle) : 0;
    if (find_converters(cursor, columns) < 0 ||
        (!many && columns > 0 && describe(cursor, columns) < 0))
        return -1;
    if (statement->is_dml && code == SQLITE_DONE)
        cursor->rowcount += sqlite3_changes(connection->db);
    if (code == SQLITE_DONE && !many)
        cursor_reset(cursor);
    else if (many)
        statement_reset(statement);
    if (!many)
        value_replace(&cursor->lastrowid, int_from_i64(sqlite3_last_insert_rowid(connection->db)));
    return 0;
}

static int run_each(Cursor *cursor, Value parameters) {
    Value iterator = object_iter(parameters), one;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (one = object_next(iterator)) != VALUE_STOP) {
        status = one ? run_once(cursor, one, true) : -1;
        value_decref(one);
    }
    value_decref(iterator);
    return status;
}

Value cursor_execute(Cursor *cursor, Value sql, Value parameters, bool many) {
    if (!check(cursor))
        return 0;
    Connection *connection = cursor->connection;
    cursor_reset(cursor);
    value_replace(&cursor->description, VALUE_NONE);
    Statement *statement = connection_prepare(connection, sql);
    if (!statement)
        return 0;
    statement->in_use = true;
    cursor->statement = statement;
    cursor->rowcount = statement->is_dml ? 0 : -1;
    int status = 0;
    if (many && !statement->is_dml) {
        sql_error(sql_ProgrammingError, "executemany() can only execute DML statements.");
        status = -1;
    }
    if (status == 0 && statement->is_dml && connection->isolation_level != VALUE_NONE &&
        sqlite3_get_autocommit(connection->db))
        status = connection_begin(connection);
    Value empty = parameters ? value_incref(parameters) : tuple_new(NULL, 0);
    cursor->locked = true;
    if (status == 0)
        status = many ? run_each(cursor, empty) : run_once(cursor, empty, false);
    cursor->locked = false;
    value_decref(empty);
    if (many || status < 0)
        cursor_reset(cursor);
    if (status < 0) {
        cursor->rowcount = -1;
        return 0;
    }
    return value_incref(OBJ(cursor));
}

Value cursor_script(Cursor *cursor, Value script) {
    size_t size;
    if (!value_isa(script, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "executescript() argument must be str, not %T",
                           script);
    const char *sql = sql_text(script, &size);
    if (!check(cursor) || !sql)
        return 0;
    if (strlen(sql) != size)
        return raise_error(&rt_exc_ValueError, "embedded null character");
    sqlite3 *db = cursor->connection->db;
    if (!sqlite3_get_autocommit(db) && connection_commit(cursor->connection) < 0)
        return 0;
    while (*sql) {
        sqlite3_stmt *statement;
        ThreadState state, *before;
        sql_leave(&state, &before);
        int code = sqlite3_prepare_v2(db, sql, -1, &statement, &sql);
        if (code == SQLITE_OK && statement) {
            do
                code = sqlite3_step(statement);
            while (code == SQLITE_ROW);
            code = sqlite3_finalize(statement);
        }
        sql_enter(&state, before);
        if (code != SQLITE_OK)
            return sql_raise(db), 0;
    }
    return value_incref(OBJ(cursor));
}

NATIVE(cursor_execute_method) {
    NATIVE_UNUSED();
    return cursor_execute(self_of(args), args[1], ARG(2), false);
}

NATIVE(cursor_executemany_method) {
    NATIVE_UNUSED();
    return cursor_execute(self_of(args), args[1], args[2], true);
}

NATIVE(cursor_executescript_method) {
    NATIVE_UNUSED();
    return cursor_script(self_of(args), args[1]);
}

NATIVE(cursor_close) {
    NATIVE_UNUSED();
    Cursor *cursor = self_of(args);
    if (cursor->locked)
        return sql_error(sql_ProgrammingError, "Recursive use of cursors not allowed.");
    if (!cursor->initialized)
        return sql_error(sql_ProgrammingError, "Base Cursor.__init__ not called.");
    if (!connection_check(cursor->connection))
        return 0;
    cursor_reset(cursor);
    cursor->closed = true;
    return VALUE_NONE;
}

NATIVE(cursor_ignore) {
    NATIVE_UNUSED();
    return VALUE_NONE;
}

/* ---- attributes ------------------------------------------------------------------------------ */

#define GETTER(name, value)                                                                        \
    NATIVE(cursor_get_##name) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        Cursor *cursor = self_of(args);                                                            \
        return value;                                                                              \
    }
GETTER(description, value_incref(cursor->description))
GETTER(lastrowid, value_incref(cursor->lastrowid))
GETTER(rowcount, int_from_i64(cursor->rowcount))
GETTER(arraysize, int_from_i64(cursor->arraysize))
GETTER(row_factory, value_incref(cursor->row_factory))
GETTER(connection, cursor->connection ? value_incref(OBJ(cursor->connection)) : VALUE_NONE)
#undef GETTER

static int cursor_set_arraysize(Value self, Value value) {
    int64_t size = value ? object_index(value) : 1;
    if (size == -1 && isolate.pending)
        return -1;
    AS(Cursor, self)->arraysize = size;
    return 0;
}

static int cursor_set_row_factory(Value self, Value value) {
    value_replace(&AS(Cursor, self)->row_factory, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

static Value cursor_iter(Value self) {
    return value_incref(self);
}

static const NativeMethod cursor_methods[] = {
    {.name = "execute", .call = cursor_execute_method, .min_args = 1, .max_args = 2},
    {.name = "executemany", .call = cursor_executemany_method, .min_args = 2, .max_args = 2},
    {.name = "executescript", .call = cursor_executescript_method, .min_args = 1, .max_args = 1},
    {.name = "fetchone", .call = cursor_fetchone},
    {.name = "fetchmany", .call = cursor_fetchmany, .max_args = 1, .keywords = "size"},
    {.name = "fetchall", .call = cursor_fetchall},
    {.name = "close", .call = cursor_close},
    {.name = "setinputsizes", .call = cursor_ignore, .min_args = 1, .max_args = 1},
    {.name = "setoutputsize", .call = cursor_ignore, .min_args = 1, .max_args = 2},
    {.name = "description", .call = cursor_get_description, .kind = METHOD_GETTER},
    {.name = "lastrowid", .call = cursor_get_lastrowid, .kind = METHOD_GETTER},
    {.name = "rowcount", .call = cursor_get_rowcount, .kind = METHOD_GETTER},
    {.name = "connection", .call = cursor_get_connection, .kind = METHOD_GETTER},
    {.name = "arraysize",
     .call = cursor_get_arraysize,
     .kind = METHOD_GETTER,
     .set = cursor_set_arraysize},
    {.name = "row_factory",
     .call = cursor_get_row_factory,
     .kind = METHOD_GETTER,
     .set = cursor_set_row_factory},
    {0},
};

Type sql_type_cursor = {
    .name = "sqlite3.Cursor",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Cursor),
    .methods = cursor_methods,
    .slots = {.dealloc = cursor_dealloc,
              .traverse = cursor_traverse,
              .clear = cursor_clear,
              .iter = cursor_iter,
              .next = cursor_next,
              .new = cursor_new,
              .init = cursor_init},
};
