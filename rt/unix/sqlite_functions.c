/*
 * sqlite_functions.c — Python called by SQLite: functions, aggregates, window functions,
 * collations, and the hooks (authorizer, progress, trace). SQLite calls while it runs a statement,
 * which it does without the isolate's lock (sqlite_cursor.c): each callback takes it.
 */
#include "sqlite.h"

#include "containers.h"

bool sql_callback_tracebacks;

/* What SQLite keeps for a callback: the callable, held as long as SQLite may call it. */
typedef struct Callback {
    Value callable;
} Callback;

/* Callbacks run on the thread that left the isolate in order to call SQLite. */
static _Thread_local ThreadState *left;

void sql_leave(ThreadState *state, ThreadState **before) {
    *before = left;
    left = state;
    isolate_leave(state);
}

void sql_enter(ThreadState *state, ThreadState *before) {
    isolate_enter(state);
    left = before;
}

/* Inside a callback: takes the lock back, and gives it away again. */
static ThreadState *callback_begin(void) {
    ThreadState *state = left;
    if (state) {
        isolate_enter(state);
        left = NULL;
    }
    return state;
}

static void callback_end(ThreadState *state) {
    if (state) {
        isolate_leave(state);
        left = state;
    }
}

static Callback *callback_new(Value callable) {
    Callback *callback = mem_alloc(sizeof *callback);
    if (callback)
        callback->callable = value_incref(callable);
    return callback;
}

static void callback_free(void *data) {
    Callback *callback = data;
    if (!callback)
        return;
    ThreadState *state = callback_begin();
    value_decref(callback->callable);
    mem_free(callback);
    callback_end(state);
}

/* The exception at hand, of a call of `callable`, becomes SQLite's error; it is shown only if the
 * program asked for that. */
static void report(Value callable, sqlite3_context *context, const char *message) {
    bool is_memory = exc_pending_is(&rt_exc_MemoryError);
    bool is_overflow = exc_pending_is(&rt_exc_OverflowError);
    if (sql_callback_tracebacks && isolate.pending)
        exc_unraisable(NULL, callable);
    exc_clear();
    if (!context)
        return;
    if (is_memory)
        sqlite3_result_error_nomem(context);
    else if (is_overflow)
        sqlite3_result_error_toobig(context);
    else
        sqlite3_result_error(context, message, -1);
}

enum { ARGUMENTS_MOST = 127 };

/* callable(*arguments); 0 with an exception pending. */
static Value call_with(Value callable, int count, sqlite3_value **given) {
    Value arguments[ARGUMENTS_MOST];
    int made = 0;
    while (made < count && (arguments[made] = sql_argument(given[made])) != 0)
        made++;
    Value result = made == count ? object_call(callable, arguments, (uint32_t)count, 0) : 0;
    while (made-- > 0)
        value_decref(arguments[made]);
    return result;
}

static void report_to(sqlite3_context *context, const char *message) {
    report(((const Callback *)sqlite3_user_data(context))->callable, context, message);
}

/* ---- functions ------------------------------------------------------------------------------- */

static void function_step(sqlite3_context *context, int count, sqlite3_value **given) {
    ThreadState *state = callback_begin();
    const Callback *callback = sqlite3_user_data(context);
    Value result = call_with(callback->callable, count, given);
    if (!result || !sql_result(context, result))
        report_to(context, "user-defined function raised exception");
    value_decref(result);
    callback_end(state);
}

static Value created(Connection *connection, int code, const char *what) {
    (void)connection;
    if (code == SQLITE_OK)
        return VALUE_NONE;
    return sql_error(sql_OperationalError, "Error creating %s", what);
}

/* create_function(name, narg, func, /, *, deterministic=False) */
Value sql_create_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    int64_t most = object_index(args[2]);
    int flags = SQLITE_UTF8;
    size_t size;
    if ((most == -1 && isolate.pending) || !connection_check(connection))
        return 0;
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError,
                           "create_function() argument 'name' must be str, not %T", args[1]);
    if (args[4] && object_truth(args[4]) > 0)
        flags |= SQLITE_DETERMINISTIC;
    const char *name = str_utf8(args[1], &size);
    if (args[3] == VALUE_NONE)
        return created(connection,
                       sqlite3_create_function_v2(connection->db, name, (int)most, flags, NULL,
                                                  NULL, NULL, NULL, NULL),
                       "function");
    Callback *callback = callback_new(args[3]);
    if (!callback)
        return 0;
    return created(connection,
                   sqlite3_create_function_v2(connection->db, name, (int)most, flags, callback,
                                              function_step, NULL, NULL, callback_free),
                   "function");
}

/* ---- aggregates ------------------------------------------------------------------------------ */

/* The instance of a running aggregate; made at its first row. 0: making it failed. */
static Value *instance_of(sqlite3_context *context) {
    Value *instance = sqlite3_aggregate_context(context, sizeof *instance);
    if (instance && !*instance) {
        const Callback *callback = sqlite3_user_data(context);
        *instance = object_call_held(callback->callable, NULL, 0, 0);
        if (!*instance)
            report_to(context, "user-defined aggregate's '__init__' method raised error");
    }
    return instance && *instance ? instance : NULL;
}

static void step_with(sqlite3_context *context, const char *name, const char *message, int count,
                      sqlite3_value **given) {
    ThreadState *state = callback_begin();
    Value *instance = instance_of(context);
    Value method = instance ? object_getattr_cstr(*instance, name) : 0;
    Value result = method ? call_with(method, count, given) : 0;
    if (instance && !result)
        report_to(context, message);
    value_decref(method);
    value_decref(result);
    callback_end(state);
}

static void aggregate_step(sqlite3_context *context, int count, sqlite3_value **given) {
    step_with(context, "step", "user-defined aggregate's 'step' method raised error", count, given);
}

static void aggregate_inverse(sqlite3_context *context, int count, sqlite3_value **given) {
    step_with(context, "inverse", "user-defined aggregate's 'inverse' method raised error", count,
              given);
}

/* The answer of finalize() or value(). */
static void give_result(sqlite3_context *context, Value instance, const char *name,
                        const char *missing, const char *message) {
    Value method = object_getattr_cstr(instance, name);
    if (!method) {
        report_to(context, missing);
        return;
    }
    Value result = object_call0(method);
    value_decref(method);
    if (!result || !sql_result(context, result))
        report_to(context, message);
    value_decref(result);
}

static void aggregate_final(sqlite3_context *context) {
    ThreadState *state = callback_begin();
    Value *instance = sqlite3_aggregate_context(context, 0); /* NULL: there were no rows */
    if (instance && *instance) {
        give_result(context, *instance, "finalize",
                    "user-defined aggregate's 'finalize' method not defined",
                    "user-defined aggregate's 'finalize' method raised error");
        value_replace(instance, 0);
    }
    callback_end(state);
}

static void aggregate_value(sqlite3_context *context) {
    ThreadState *state = callback_begin();
    Value *instance = instance_of(context);
    if (instance)
        give_result(context, *instance, "value",
                    "user-defined aggregate's 'value' method not defined",
                    "user-defined aggregate's 'value' method raised error");
    callback_end(state);
}

/* create_aggregate(name, n_arg, aggregate_class), create_window_function(name, num_params, class)
 */
static Value create_aggregate(const Value *args, bool window, const char *what) {
    Connection *connection = AS(Connection, args[0]);
    int64_t most = object_index(args[2]);
    size_t size;
    if ((most == -1 && isolate.pending) || !connection_check(connection))
        return 0;
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "the name of a function must be str, not %T",
                           args[1]);
    const char *name = str_utf8(args[1], &size);
    bool removing = args[3] == VALUE_NONE;
    Callback *callback = removing ? NULL : callback_new(args[3]);
    if (!removing && !callback)
        return 0;
    int code = sqlite3_create_window_function(
        connection->db, name, (int)most, SQLITE_UTF8, callback, removing ? NULL : aggregate_step,
        removing ? NULL : aggregate_final, window && !removing ? aggregate_value : NULL,
        window && !removing ? aggregate_inverse : NULL, removing ? NULL : callback_free);
    return created(connection, code, what);
}

Value sql_create_aggregate(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return create_aggregate(args, false, "aggregate");
}

Value sql_create_window_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return create_aggregate(args, true, "window function");
}

/* ---- collations ------------------------------------------------------------------------------ */

static int collate(void *data, int left_size, const void *left_text, int right_size,
                   const void *right_text) {
    ThreadState *state = callback_begin();
    const Callback *callback = data;
    Value pair[2] = {str_from_utf8(left_text, (size_t)left_size),
                     str_from_utf8(right_text, (size_t)right_size)};
    Value result = pair[0] && pair[1] ? object_call_held(callback->callable, pair, 2, 0) : 0;
    int64_t order = result ? object_index(result) : 0;
    if (isolate.pending) {
        report(callback->callable, NULL, NULL);
        order = 0;
    }
    value_decref(result);
    value_decref(pair[0]);
    value_decref(pair[1]);
    callback_end(state);
    return order < 0 ? -1 : order > 0;
}

/* create_collation(name, callable) */
Value sql_create_collation(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    size_t size;
    if (!connection_check(connection))
        return 0;
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "create_collation() argument 1 must be str, not %T",
                           args[1]);
    if (args[2] != VALUE_NONE && !object_callable(args[2]))
        return raise_error(&rt_exc_TypeError, "parameter must be callable");
    const char *name = str_utf8(args[1], &size);
    Callback *callback = args[2] == VALUE_NONE ? NULL : callback_new(args[2]);
    if (!callback && args[2] != VALUE_NONE)
        return 0;
    int code =
        sqlite3_create_collation_v2(connection->db, name, SQLITE_UTF8, callback,
                                    callback ? collate : NULL, callback ? callback_free : NULL);
    if (code == SQLITE_OK)
        return VALUE_NONE;
    callback_free(callback);
    sql_raise(connection->db);
    return 0;
}

/* ---- hooks ----------------------------------------------------------------------------------- */

/* Keeps the callable of a hook in the connection, under the hook's name. NULL: none, or failed. */
static bool keep_hook(Connection *connection, const char *name, Value callable) {
    return dict_set_cstr(connection->functions, name, callable) == 0;
}

static Value text_or_none(const char *text) {
    return text ? str_from_cstr(text) : VALUE_NONE;
}

static int authorize(void *data, int action, const char *first, const char *second,
                     const char *database, const char *trigger) {
    ThreadState *state = callback_begin();
    Value arguments[] = {value_from_small_int(action), text_or_none(first), text_or_none(second),
                         text_or_none(database), text_or_none(trigger)};
    Value result = object_call_held(value_from_pointer(data), arguments, 5, 0);
    int64_t answer = result && value_is_int(result) ? object_index(result) : SQLITE_DENY;
    if (isolate.pending) {
        report(value_from_pointer(data), NULL, NULL);
        answer = SQLITE_DENY;
    }
    value_decref(result);
    for (int i = 1; i < 5; i++)
        value_decref(arguments[i]);
    callback_end(state);
    return (int)answer;
}

static int progress(void *data) {
    ThreadState *state = callback_begin();
    Value result = object_call_held(value_from_pointer(data), NULL, 0, 0);
    int stop = result ? object_truth(result) : 1;
    if (isolate.pending) {
        report(value_from_pointer(data), NULL, NULL);
        stop = 1;
    }
    value_decref(result);
    callback_end(state);
    return stop;
}

static int trace(unsigned kind, void *data, void *statement, void *sql) {
    if (kind != SQLITE_TRACE_STMT)
        return 0;
    ThreadState *state = callback_begin();
    char *expanded = sqlite3_expanded_sql(statement);
    Value text = str_from_cstr(expanded ? expanded : sql);
    sqlite3_free(expanded);
    Value result = text ? object_call_held(value_from_pointer(data), &text, 1, 0) : 0;
    if (!result)
        report(value_from_pointer(data), NULL, NULL);
    value_decref(result);
    value_decref(text);
    callback_end(state);
    return 0;
}

/* set_authorizer(callable) */
Value sql_set_authorizer(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    if (!connection_check(connection) || !keep_hook(connection, "authorizer", args[1]))
        return 0;
    bool none = args[1] == VALUE_NONE;
    int code = sqlite3_set_authorizer(connection->db, none ? NULL : authorize,
                                      none ? NULL : value_object(args[1]));
    return code == SQLITE_OK ? VALUE_NONE
                             : sql_error(sql_OperationalError, "Error setting authorizer callback");
}

/* set_progress_handler(callable, n) */
Value sql_set_progress_handler(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    int64_t steps = object_index(args[2]);
    if ((steps == -1 && isolate.pending) || !connection_check(connection) ||
        !keep_hook(connection, "progress", args[1]))
        return 0;
    bool none = args[1] == VALUE_NONE;
    sqlite3_progress_handler(connection->db, none ? 0 : (int)steps, none ? NULL : progress,
                             none ? NULL : value_object(args[1]));
    return VALUE_NONE;
}

/* set_trace_callback(callable) */
Value sql_set_trace_callback(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    if (!connection_check(connection) || !keep_hook(connection, "trace", args[1]))
        return 0;
    bool none = args[1] == VALUE_NONE;
    sqlite3_trace_v2(connection->db, none ? 0 : SQLITE_TRACE_STMT, none ? NULL : trace,
                     none ? NULL : value_object(args[1]));
    return VALUE_NONE;
}
