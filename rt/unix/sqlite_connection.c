/*
 * sqlite_connection.c — Connection: opening and closing databases, transactions, prepared
 * statements and their cache, copies of databases.
 */
#include "bytes.h"
#include "sqlite.h"

#include "containers.h"
#include "port.h"

static Connection *self_of(const Value *args) {
    return AS(Connection, args[0]);
}

/* ---- statements ------------------------------------------------------------------------------ */

static void statement_dealloc(Object *self) {
    Statement *statement = (Statement *)self;
    if (statement->handle)
        sqlite3_finalize(statement->handle);
}

Type sql_type_statement = {.name = "sqlite3.Statement",
                           .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
                           .basic_size = sizeof(Statement),
                           .slots = {.dealloc = statement_dealloc}};

/* The text after white space and comments. */
static const char *skip_blank(const char *sql) {
    for (;;) {
        if (*sql == ' ' || *sql == '\t' || *sql == '\n' || *sql == '\f' || *sql == '\r') {
            sql++;
        } else if (sql[0] == '-' && sql[1] == '-') {
            sql += strcspn(sql, "\n");
        } else if (sql[0] == '/' && sql[1] == '*') {
            const char *end = strstr(sql + 2, "*/");
            sql = end ? end + 2 : sql + strlen(sql);
        } else {
            return sql;
        }
    }
}

static bool begins(const char *sql, const char *word) {
    return sqlite3_strnicmp(sql, word, (int)strlen(word)) == 0;
}

static Statement *prepare(Connection *connection, Value sql) {
    size_t size;
    const char *text = sql_text(sql, &size), *tail = NULL;
    if (!text)
        return NULL;
    if (size > (size_t)sqlite3_limit(connection->db, SQLITE_LIMIT_SQL_LENGTH, -1))
        return sql_error(sql_DataError, "query string is too large"), NULL;
    if (strlen(text) != size)
        return sql_error(sql_ProgrammingError, "the query contains a null character"), NULL;
    sqlite3_stmt *handle = NULL;
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_prepare_v2(connection->db, text, (int)size + 1, &handle, &tail);
    sql_enter(&state, before);
    if (code != SQLITE_OK)
        return sql_raise(connection->db), NULL;
    if (*skip_blank(tail)) {
        sqlite3_finalize(handle);
        return sql_error(sql_ProgrammingError, "You can only execute one statement at a time."),
               NULL;
    }
    Statement *statement = object_new(&sql_type_statement, sizeof *statement);
    if (!statement) {
        sqlite3_finalize(handle);
        return NULL;
    }
    const char *start = skip_blank(text);
    statement->handle = handle;
    statement->is_dml = begins(start, "insert") || begins(start, "update") ||
                        begins(start, "delete") || begins(start, "replace");
    return statement;
}

/* Forgets the statements used longest ago. */
static int trim_cache(Connection *connection) {
    while (dict_len(connection->statements) >= connection->statements_most) {
        int64_t position = 0;
        Value key, value;
        if (!dict_next(connection->statements, &position, &key, &value))
            return 0;
        value_incref(key);
        int status = dict_delete(connection->statements, key);
        value_decref(key);
        if (status < 0)
            return -1;
    }
    return 0;
}

Statement *connection_prepare(Connection *connection, Value sql) {
    if (!value_isa(sql, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "execute() argument 1 must be str, not %T", sql),
               NULL;
    Value found = dict_get_borrow(connection->statements, sql);
    if (!found && isolate.pending)
        return NULL;
    Statement *statement = AS(Statement, value_incref(found));
    if (found && statement->in_use) {
        value_decref(found);
        return prepare(connection, sql);
    }
    if (!statement && !(statement = prepare(connection, sql)))
        return NULL;
    if (connection->statements_most == 0)
        return statement;
    if ((found && dict_delete(connection->statements, sql) < 0) ||
        (!found && trim_cache(connection) < 0) ||
        dict_set(connection->statements, sql, OBJ(statement)) < 0) {
        value_decref(OBJ(statement));
        return NULL;
    }
    return statement;
}

/* ---- life ------------------------------------------------------------------------------------ */

bool connection_check_open(Connection *connection) {
    if (!connection->initialized)
        sql_error(sql_ProgrammingError, "Base Connection.__init__ not called.");
    else if (!connection->db)
        sql_error(sql_ProgrammingError, "Cannot operate on a closed database.");
    else
        return true;
    return false;
}

static bool check_thread(Connection *connection) {
    if (!connection->initialized || !connection->check_thread ||
        port_thread_id() == connection->thread)
        return true;
    sql_error(sql_ProgrammingError,
              "SQLite objects created in a thread can only be used in that same thread. The "
              "object was created in thread id %llu and this is thread id %llu.",
              (unsigned long long)connection->thread, (unsigned long long)port_thread_id());
    return false;
}

bool connection_check(Connection *connection) {
    return check_thread(connection) && connection_check_open(connection);
}

static Value connection_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    Connection *connection = object_new(type, sizeof *connection);
    if (!connection)
        return 0;
    connection->isolation_level = connection->row_factory = VALUE_NONE;
    connection->text_factory = value_incref(OBJ(&rt_type_str));
    return OBJ(connection);
}

/* Gives up statements and cursors, then the database. */
static int close_database(Connection *connection) {
    sqlite3 *db = connection->db;
    sql_close_blobs(connection);
    for (int64_t i = 0; connection->cursors && i < AS(ListObject, connection->cursors)->length;
         i++) {
        Value cursor = object_call0(AS(ListObject, connection->cursors)->items[i]);
        if (cursor && cursor != VALUE_NONE)
            cursor_reset(AS(Cursor, cursor));
        value_decref(cursor);
    }
    value_replace(&connection->cursors, 0);
    value_replace(&connection->statements, 0);
    connection->db = NULL;
    if (db) {
        ThreadState state, *before;
        sqlite3_trace_v2(db, 0, NULL, NULL);
        sql_leave(&state, &before);
        int code = sqlite3_close_v2(db);
        sql_enter(&state, before);
        if (code != SQLITE_OK)
            return sql_raise(db);
    }
    return 0;
}

static void connection_traverse(Object *self, VisitValue visit, void *context) {
    Connection *connection = (Connection *)self;
    Value values[] = {connection->isolation_level, connection->row_factory,
                      connection->text_factory,    connection->statements,
                      connection->functions,       connection->cursors};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (values[i])
            visit(values[i], context);
}

static void connection_clear(Object *self) {
    Connection *connection = (Connection *)self;
    if (connection->db && close_database(connection) < 0)
        exc_clear();
    value_replace(&connection->row_factory, VALUE_NONE);
    value_replace(&connection->text_factory, VALUE_NONE);
    value_replace(&connection->functions, 0);
    value_replace(&connection->cursors, 0);
    value_replace(&connection->statements, 0);
}

static void connection_dealloc(Object *self) {
    connection_clear(self);
    value_decref(((Connection *)self)->isolation_level);
}

static const char *const levels[] = {"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"};

static int set_level(Connection *connection, Value level) {
    if (level == VALUE_NONE) {
        value_replace(&connection->isolation_level, VALUE_NONE);
        return 0;
    }
    if (!value_isa(level, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "isolation_level must be str or None");
    size_t size;
    const char *text = str_utf8(level, &size);
    for (size_t i = 0; text && i < sizeof levels / sizeof levels[0]; i++)
        if (sqlite3_stricmp(text, levels[i]) == 0) {
            value_replace(&connection->isolation_level, str_from_cstr(levels[i]));
            return 0;
        }
    return raise_status(
        &rt_exc_ValueError,
        "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

static int open_database(Connection *connection, Value path, double seconds, bool uri) {
    Value name = path_bytes(path, NULL);
    if (!name)
        return -1;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | (uri ? SQLITE_OPEN_URI : 0);
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code =
        sqlite3_open_v2((const char *)AS(BytesObject, name)->data, &connection->db, flags, NULL);
    if (code == SQLITE_OK)
        sqlite3_busy_timeout(connection->db, (int)(seconds * 1000));
    sql_enter(&state, before);
    value_decref(name);
    if (code == SQLITE_OK)
        return sqlite3_extended_result_codes(connection->db, 0);
    sql_raise(connection->db);
    sqlite3_close_v2(connection->db);
    connection->db = NULL;
    return -1;
}

enum { DATABASE, TIMEOUT, DETECT_TYPES, LEVEL, CHECK_THREAD, FACTORY, CACHED, URI };

/* Connection(database, timeout, detect_types, isolation_level, check_same_thread, factory,
 * cached_statements, uri) */
NATIVE(connection_init_bound) {
    NATIVE_UNUSED();
    Connection *connection = AS(NativeFunction, callee)->data;
    double seconds = 5;
    int64_t types = args[DETECT_TYPES] ? object_index(args[DETECT_TYPES]) : 0;
    int64_t cached = args[CACHED] ? object_index(args[CACHED]) : 128;
    int checked = args[CHECK_THREAD] ? object_truth(args[CHECK_THREAD]) : 1;
    int uri = args[URI] ? object_truth(args[URI]) : 0;
    if (isolate.pending || (args[TIMEOUT] && !value_to_double(args[TIMEOUT], &seconds)))
        return 0;
    if (connection->db && close_database(connection) < 0)
        return 0;
    Value level = args[LEVEL] ? args[LEVEL] : str_name("");
    if (set_level(connection, level) < 0 ||
        open_database(connection, args[DATABASE], seconds, uri) < 0)
        return 0;
    connection->initialized = true;
    connection->thread = port_thread_id();
    connection->check_thread = checked;
    connection->detect_types = (int)types;
    connection->statements_most = cached;
    value_replace(&connection->statements, dict_new());
    value_replace(&connection->functions, dict_new());
    value_replace(&connection->cursors, list_new(NULL, 0));
    return connection->statements && connection->functions && connection->cursors ? VALUE_NONE : 0;
}

static int connection_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {
        .name = "Connection",
        .call = connection_init_bound,
        .min_args = 1,
        .max_args = 8,
        .kind = METHOD_STATIC,
        .keywords = "database timeout detect_types isolation_level check_same_thread factory "
                    "cached_statements uri"};
    Value done = call_spec(&spec, AS(Connection, self), args, count, names);
    return done ? 0 : -1;
}

/* Drops the weak references of cursors that are gone, now and then. */
static int forget_cursors(Connection *connection) {
    ListObject *list = AS(ListObject, connection->cursors);
    if (list->length < 64 || (list->length & (list->length - 1)))
        return 0;
    Value alive = list_new(NULL, 0);
    for (int64_t i = 0; alive && i < list->length; i++) {
        Value cursor = object_call0(list->items[i]);
        bool failed = !cursor || (cursor != VALUE_NONE && list_append(alive, list->items[i]) < 0);
        value_decref(cursor);
        if (failed) {
            value_decref(alive);
            alive = 0;
        }
    }
    if (alive)
        value_replace(&connection->cursors, alive);
    return alive ? 0 : -1;
}

int connection_register_cursor(Connection *connection, Value cursor) {
    if (forget_cursors(connection) < 0)
        return -1;
    Value reference = weakref_new(&rt_type_weakref, cursor, 0);
    return reference ? list_append_take(connection->cursors, reference) : -1;
}

NATIVE(connection_close) {
    NATIVE_UNUSED();
    Connection *connection = self_of(args);
    if (!connection->initialized)
        return sql_error(sql_ProgrammingError, "Base Connection.__init__ not called.");
    if (!check_thread(connection))
        return 0;
    return close_database(connection) < 0 ? 0 : VALUE_NONE;
}

/* ---- transactions ---------------------------------------------------------------------------- */

/* Runs a statement without a result while other threads go on; SQLite's code. */
static int execute(Connection *connection, const char *sql) {
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_exec(connection->db, sql, NULL, NULL, NULL);
    sql_enter(&state, before);
    return code;
}

static int run(Connection *connection, const char *sql) {
    return execute(connection, sql) == SQLITE_OK ? 0 : sql_raise(connection->db);
}

int connection_begin(Connection *connection) {
    char sql[32];
    size_t size;
    const char *level = str_utf8(connection->isolation_level, &size);
    if (!level)
        return -1;
    snprintf(sql, sizeof sql, "BEGIN %s", level);
    /* Threads that share the connection may all have found it without a transaction: the BEGIN of
       those that come second fails, but what they asked for is there. */
    if (execute(connection, sql) == SQLITE_OK || !sqlite3_get_autocommit(connection->db))
        return 0;
    return sql_raise(connection->db);
}

int connection_commit(Connection *connection) {
    return sqlite3_get_autocommit(connection->db) ? 0 : run(connection, "COMMIT");
}

NATIVE(connection_commit_method) {
    NATIVE_UNUSED();
    if (!connection_check(self_of(args)) || connection_commit(self_of(args)) < 0)
        return 0;
    return VALUE_NONE;
}

static int roll_back(Connection *connection) {
    return sqlite3_get_autocommit(connection->db) ? 0 : run(connection, "ROLLBACK");
}

NATIVE(connection_rollback) {
    NATIVE_UNUSED();
    if (!connection_check(self_of(args)) || roll_back(self_of(args)) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(connection_enter) {
    NATIVE_UNUSED();
    return connection_check_open(self_of(args)) ? value_incref(args[0]) : 0;
}

/* Commits, or rolls back if the block failed. */
NATIVE(connection_exit) {
    NATIVE_UNUSED();
    Connection *connection = self_of(args);
    if (!connection_check(connection))
        return 0;
    bool fine = args[1] == VALUE_NONE && args[2] == VALUE_NONE && args[3] == VALUE_NONE;
    if (!fine)
        return roll_back(connection) < 0 ? 0 : VALUE_FALSE;
    if (connection_commit(connection) == 0)
        return VALUE_FALSE;
    Value problem = exc_fetch();
    if (roll_back(connection) < 0)
        exc_clear();
    exc_restore_take(problem);
    return 0;
}

/* ---- cursors --------------------------------------------------------------------------------- */

/* cursor(factory=Cursor) */
NATIVE(connection_cursor) {
    NATIVE_UNUSED();
    Connection *connection = self_of(args);
    if (!connection_check(connection))
        return 0;
    Value factory = args[1] && args[1] != VALUE_NONE ? args[1] : OBJ(&sql_type_cursor);
    Value cursor = object_call1(factory, args[0]);
    if (cursor && !value_isa(cursor, &sql_type_cursor)) {
        raise_error(&rt_exc_TypeError, "factory must return a cursor, not %T", cursor);
        value_decref(cursor);
        return 0;
    }
    if (cursor && connection->row_factory != VALUE_NONE)
        value_replace(&AS(Cursor, cursor)->row_factory, value_incref(connection->row_factory));
    return cursor;
}

/* connection.cursor().method(...), as CPython looks it up. */
static Value through_cursor(const Value *args, uint32_t count, const char *method) {
    Value cursor = object_call_method(args[0], "cursor", NULL, 0);
    Value result = cursor ? object_call_method(cursor, method, args + 1, count - 1) : 0;
    value_decref(cursor);
    return result;
}

NATIVE(connection_execute) {
    NATIVE_UNUSED();
    return through_cursor(args, count, "execute");
}

NATIVE(connection_executemany) {
    NATIVE_UNUSED();
    return through_cursor(args, count, "executemany");
}

NATIVE(connection_executescript) {
    NATIVE_UNUSED();
    return through_cursor(args, count, "executescript");
}

/* connection(sql): a prepared statement. */
static Value connection_call(Value self, const Value *args, uint32_t count, Value names) {
    if (count != 1 || names)
        return raise_error(&rt_exc_TypeError, "function takes exactly 1 argument (%u given)",
                           count);
    Connection *connection = AS(Connection, self);
    return connection_check(connection) ? OBJ(connection_prepare(connection, args[0])) : 0;
}

/* ---- copies ---------------------------------------------------------------------------------- */

/* One round of a backup, and what to do after it. 1: go on, 0: done, -1: failed. */
static int backup_step(sqlite3_backup *backup, int pages, Value report, double sleep) {
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_backup_step(backup, pages);
    sql_enter(&state, before);
    if (report != VALUE_NONE) {
        Value facts[3] = {value_from_small_int(code),
                          value_from_small_int(sqlite3_backup_remaining(backup)),
                          value_from_small_int(sqlite3_backup_pagecount(backup))};
        Value answer = object_call(report, facts, 3, 0);
        if (!answer)
            return -1;
        value_decref(answer);
    }
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        sql_leave(&state, &before);
        sqlite3_sleep((int)(sleep * 1000));
        sql_enter(&state, before);
    }
    return code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

/* backup(target, *, pages=-1, progress=None, name="main", sleep=0.250) */
NATIVE(connection_backup) {
    NATIVE_UNUSED();
    Connection *source = self_of(args);
    int64_t pages = args[2] ? object_index(args[2]) : -1;
    Value report = args[3] ? args[3] : VALUE_NONE;
    double sleep = 0.25;
    size_t size;
    if (isolate.pending || (args[5] && !value_to_double(args[5], &sleep)) ||
        !connection_check(source))
        return 0;
    if (!value_isa(args[1], &sql_type_connection))
        return raise_error(&rt_exc_TypeError,
                           "backup() argument 1 must be sqlite3.Connection, not %T", args[1]);
    Connection *target = AS(Connection, args[1]);
    if (target == source)
        return raise_error(&rt_exc_ValueError, "target cannot be the same connection instance");
    if (!connection_check_open(target))
        return 0;
    if (report != VALUE_NONE && !object_callable(report))
        return raise_error(&rt_exc_TypeError, "progress argument must be a callable");
    const char *name = args[4] ? str_utf8(args[4], &size) : "main";
    sqlite3_backup *backup =
        name ? sqlite3_backup_init(target->db, "main", source->db, name) : NULL;
    if (!backup)
        return sql_raise(target->db), 0;
    int more;
    do
        more = backup_step(backup, pages == 0 ? -1 : (int)pages, report, sleep);
    while (more > 0);
    int code = sqlite3_backup_finish(backup);
    if (more < 0)
        return 0;
    return code == SQLITE_OK ? VALUE_NONE : (sql_raise(target->db), 0);
}

/* serialize(*, name="main") */
NATIVE(connection_serialize) {
    NATIVE_UNUSED();
    Connection *connection = self_of(args);
    size_t length;
    sqlite3_int64 size;
    const char *name = args[1] ? str_utf8(args[1], &length) : "main";
    if (!name || !connection_check(connection))
        return 0;
    unsigned char *data = sqlite3_serialize(connection->db, name, &size, 0);
    if (!data)
        return sql_error(sql_OperationalError, "unable to serialize '%s'", name);
    Value bytes = bytes_new(data, (size_t)size);
    sqlite3_free(data);
    return bytes;
}

/* deserialize(data, /, *, name="main") */
NATIVE(connection_deserialize) {
    NATIVE_UNUSED();
    Connection *connection = self_of(args);
    const uint8_t *data;
    int64_t size;
    size_t length;
    const char *name = args[2] ? str_utf8(args[2], &length) : "main";
    if (!name || !connection_check(connection))
        return 0;
    if (value_isa(args[1], &rt_type_str)) {
        data = (const uint8_t *)sql_text(args[1], &length);
        size = (int64_t)length;
        if (!data)
            return 0;
    } else if (!bytes_view(args[1], &data, &size)) {
        return buffer_refused(args[1]);
    }
    unsigned char *copy = sqlite3_malloc64((sqlite3_uint64)size + 1);
    if (!copy)
        return raise_no_memory();
    memcpy(copy, data, (size_t)size);
    int code = sqlite3_deserialize(connection->db, name, copy, size, size,
                                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    return code == SQLITE_OK ? VALUE_NONE : (sql_raise(connection->db), 0);
}

/* ---- the rest -------------------------------------------------------------------------------- */

NATIVE(connection_interrupt) {
    NATIVE_UNUSED();
    if (!connection_check_open(self_of(args)))
        return 0;
    sqlite3_interrupt(self_of(args)->db);
    return VALUE_NONE;
}

static bool read_limit(Connection *connection, Value value, int *category) {
    int64_t number = object_index(value);
    if ((number == -1 && isolate.pending) || !connection_check(connection))
        return false;
    *category = (int)number;
    if (number >= 0 && number <= SQLITE_LIMIT_WORKER_THREADS)
        return true;
    sql_error(sql_ProgrammingError, "'category' is out of bounds");
    return false;
}

NATIVE(connection_getlimit) {
    NATIVE_UNUSED();
    int category;
    if (!read_limit(self_of(args), args[1], &category))
        return 0;
    return value_from_small_int(sqlite3_limit(self_of(args)->db, category, -1));
}

NATIVE(connection_setlimit) {
    NATIVE_UNUSED();
    int category;
    int64_t limit = object_index(args[2]);
    if ((limit == -1 && isolate.pending) || !read_limit(self_of(args), args[1], &category))
        return 0;
    return value_from_small_int(sqlite3_limit(self_of(args)->db, category, (int)limit));
}

NATIVE(connection_no_extensions) {
    NATIVE_UNUSED();
    return sql_error(sql_NotSupportedError, "extensions cannot be loaded by a compiled program");
}

#define GETTER(name, value)                                                                        \
    NATIVE(connection_get_##name) {                                                                \
        NATIVE_UNUSED();                                                                           \
        Connection *connection = self_of(args);                                                    \
        return value;                                                                              \
    }
#define CHECKED(value) (connection_check_open(connection) ? (value) : 0)
GETTER(isolation_level, CHECKED(value_incref(connection->isolation_level)))
GETTER(row_factory, value_incref(connection->row_factory))
GETTER(text_factory, value_incref(connection->text_factory))
GETTER(total_changes, CHECKED(int_from_i64(sqlite3_total_changes(connection->db))))
GETTER(in_transaction, CHECKED(VALUE_BOOL(!sqlite3_get_autocommit(connection->db))))
#define X(name, base) GETTER(name, ((void)connection, value_incref(sql_##name)))
SQLITE_ERRORS(X)
#undef X
#undef GETTER

static int connection_set_level(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_AttributeError, "cannot delete attribute");
    Connection *connection = AS(Connection, self);
    if (set_level(connection, value) < 0)
        return -1;
    if (value != VALUE_NONE)
        return 0;
    return connection_check(connection) ? connection_commit(connection) : -1;
}

static int connection_set_row_factory(Value self, Value value) {
    value_replace(&AS(Connection, self)->row_factory, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

static int connection_set_text_factory(Value self, Value value) {
    value_replace(&AS(Connection, self)->text_factory,
                  value_incref(value ? value : OBJ(&rt_type_str)));
    return 0;
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = connection_##text, .min_args = least, .max_args = most }
#define READ_ONLY(text)                                                                            \
    { .name = #text, .call = connection_get_##text, .kind = METHOD_GETTER }

static const NativeMethod connection_methods[] = {
    ROW(close, 0, 0),
    {.name = "commit", .call = connection_commit_method},
    ROW(rollback, 0, 0),
    {.name = "__enter__", .call = connection_enter},
    {.name = "__exit__", .call = connection_exit, .min_args = 3, .max_args = 3},
    {.name = "cursor", .call = connection_cursor, .max_args = 1, .keywords = "factory"},
    ROW(execute, 1, 2),
    ROW(executemany, 2, 2),
    ROW(executescript, 1, 1),
    {.name = "backup",
     .call = connection_backup,
     .min_args = 1,
     .max_args = 1,
     .keywords = "target pages progress name sleep"},
    {.name = "blobopen",
     .call = sql_blobopen,
     .min_args = 3,
     .max_args = 3,
     .keywords = "   readonly name"},
    {.name = "serialize", .call = connection_serialize, .keywords = "name"},
    {.name = "deserialize",
     .call = connection_deserialize,
     .min_args = 1,
     .max_args = 1,
     .keywords = "data name"},
    ROW(interrupt, 0, 0),
    ROW(getlimit, 1, 1),
    ROW(setlimit, 2, 2),
    {.name = "enable_load_extension",
     .call = connection_no_extensions,
     .min_args = 1,
     .max_args = 1},
    {.name = "load_extension", .call = connection_no_extensions, .min_args = 1, .max_args = 1},
    {.name = "create_function",
     .call = sql_create_function,
     .min_args = 3,
     .max_args = 3,
     .keywords = "name narg func deterministic"},
    {.name = "create_aggregate",
     .call = sql_create_aggregate,
     .min_args = 3,
     .max_args = 3,
     .keywords = "name n_arg aggregate_class"},
    {.name = "create_window_function",
     .call = sql_create_window_function,
     .min_args = 3,
     .max_args = 3},
    {.name = "create_collation", .call = sql_create_collation, .min_args = 2, .max_args = 2},
    {.name = "set_authorizer",
     .call = sql_set_authorizer,
     .min_args = 1,
     .max_args = 1,
     .keywords = "authorizer_callback"},
    {.name = "set_progress_handler",
     .call = sql_set_progress_handler,
     .min_args = 2,
     .max_args = 2,
     .keywords = "progress_handler n"},
    {.name = "set_trace_callback",
     .call = sql_set_trace_callback,
     .min_args = 1,
     .max_args = 1,
     .keywords = "trace_callback"},
    {.name = "isolation_level",
     .call = connection_get_isolation_level,
     .kind = METHOD_GETTER,
     .set = connection_set_level},
    {.name = "row_factory",
     .call = connection_get_row_factory,
     .kind = METHOD_GETTER,
     .set = connection_set_row_factory},
    {.name = "text_factory",
     .call = connection_get_text_factory,
     .kind = METHOD_GETTER,
     .set = connection_set_text_factory},
    READ_ONLY(total_changes),
    READ_ONLY(in_transaction),
#define X(name, base) READ_ONLY(name),
    SQLITE_ERRORS(X)
#undef X
        {0},
};

Type sql_type_connection = {
    .name = "sqlite3.Connection",
    .flags = TYPE_DOTTED_NAME | TYPE_CLOSES,
    .basic_size = sizeof(Connection),
    .methods = connection_methods,
    .slots = {.dealloc = connection_dealloc,
              .traverse = connection_traverse,
              .clear = connection_clear,
              .call = connection_call,
              .new = connection_new,
              .init = connection_init},
};
