/*
 * sqlite.h — what the files of the module _sqlite3 share: connections, cursors, rows, conversions.
 * The module stands on the SQLite library (Debian libsqlite3-dev, linked statically where a program
 * imports it); what is Python around it (sqlite3/dbapi2.py) comes from the installed Python.
 */
#ifndef PYASYNCC_RT_SQLITE_H
#define PYASYNCC_RT_SQLITE_H

#include "bytes.h"
#include "isolate.h"
#include "object.h"

#include <sqlite3.h>

/* The classes of errors, in the module's order. */
/* clang-format off */
#define SQLITE_ERRORS(X)                                                                           \
    X(Warning, Exception) X(Error, Exception) X(InterfaceError, Error) X(DatabaseError, Error)     \
    X(InternalError, DatabaseError) X(OperationalError, DatabaseError)                             \
    X(ProgrammingError, DatabaseError) X(IntegrityError, DatabaseError) X(DataError, DatabaseError)\
    X(NotSupportedError, DatabaseError)
/* clang-format on */
#define X(name, base) extern Value sql_##name;
SQLITE_ERRORS(X)
#undef X

typedef struct Blob Blob;

/* A database connection. */
typedef struct Connection {
    Object base;
    sqlite3 *db; /* NULL: closed, or __init__ was not called */
    bool initialized;
    bool check_thread;
    uint64_t thread;       /* whose connection this is */
    Value isolation_level; /* str, or None: autocommit */
    Value row_factory, text_factory;
    Value statements; /* dict: SQL text to a prepared Statement, the oldest first */
    int64_t statements_most;
    Value functions;  /* dict: what SQLite calls, kept alive: key to callable */
    Value cursors;    /* list of weak references, to reset when the connection closes */
    Blob *blobs;      /* the open ones; they own the connection */
    int detect_types; /* PARSE_DECLTYPES | PARSE_COLNAMES */
} Connection;

/* A prepared statement. */
typedef struct Statement {
    Object base;
    sqlite3_stmt *handle;
    bool in_use; /* some cursor steps through it */
    bool is_dml; /* INSERT, UPDATE, DELETE or REPLACE */
} Statement;

typedef struct Cursor {
    Object base;
    Connection *connection; /* owned; NULL before __init__ */
    Statement *statement;   /* owned; NULL: no rows are left */
    Value description, lastrowid, row_factory;
    Value converters; /* list: per column a callable or None; 0: none are wanted */
    Value next_row;   /* fetched already, or 0 */
    int64_t arraysize, rowcount;
    bool initialized, closed, locked;
} Cursor;

enum { PARSE_DECLTYPES = 1, PARSE_COLNAMES = 2 };

extern Type sql_type_connection, sql_type_cursor, sql_type_row, sql_type_statement, sql_type_blob;
extern Value sql_adapters, sql_converters; /* the module's dicts */
extern Value sql_prepare_protocol;         /* the class PrepareProtocol; borrowed */
extern bool sql_callback_tracebacks;

/* Raises the error class that belongs to SQLite's last error on `db`; answers -1. */
int sql_raise(sqlite3 *db);
/* Raises error class `type` (one of sql_*); answers 0. */
Value sql_error(Value type, const char *format, ...);

/* -- sqlite_values.c -- */
/* A column of the current row as a Python value; text by `connection`'s text_factory. */
Value sql_column(Connection *connection, sqlite3_stmt *statement, int column);
/* Binds parameters (a sequence, or a mapping for named ones). 0 or -1. */
int sql_bind(Connection *connection, Statement *statement, Value parameters);
/* An argument of a user's function. */
Value sql_argument(sqlite3_value *value);
/* Gives `value` to SQLite as a function's result; false with an exception pending if it cannot. */
bool sql_result(sqlite3_context *context, Value value);
/* adapt(object, protocol, default): by the registered adapters, __adapt__ and __conform__. */
Value sql_adapt(Value object, Value protocol, Value otherwise);

/* -- sqlite_connection.c -- */
/* Is the connection open and this its thread? False with an exception pending. */
bool connection_check(Connection *connection);
/* Is it open? False with an exception pending. Any thread may look at attributes. */
bool connection_check_open(Connection *connection);
/* A prepared statement, from the cache if it is free there; new reference. NULL failed. */
Statement *connection_prepare(Connection *connection, Value sql);
int connection_begin(Connection *connection);
int connection_commit(Connection *connection);
int connection_register_cursor(Connection *connection, Value cursor);

/* -- sqlite_functions.c -- */
/* Leaves the isolate for a call of SQLite that may call Python back, and enters it again; `before`
 * keeps the enclosing call of the same thread. */
void sql_leave(ThreadState *state, ThreadState **before);
void sql_enter(ThreadState *state, ThreadState *before);
typedef Value SqlMethod(Value callee, const Value *args, uint32_t count, Value names);
SqlMethod sql_create_function;
SqlMethod sql_create_aggregate;
SqlMethod sql_create_window_function;
SqlMethod sql_create_collation;
SqlMethod sql_set_authorizer;
SqlMethod sql_set_progress_handler;
SqlMethod sql_set_trace_callback;

/* -- sqlite_blob.c -- */
SqlMethod sql_blobopen;
/* Closes all blobs of a connection. */
void sql_close_blobs(Connection *connection);

/* The text of a str in UTF-8, borrowed from it; NULL: it has surrogates, UnicodeEncodeError. */
const char *sql_text(Value str, size_t *size);

/* -- sqlite_cursor.c -- */
Value cursor_execute(Cursor *cursor, Value sql, Value parameters, bool many);
Value cursor_script(Cursor *cursor, Value script);
/* Forgets the statement at hand (the connection is closing). */
void cursor_reset(Cursor *cursor);

#endif
