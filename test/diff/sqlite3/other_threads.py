"""What other threads may ask of a connection, its cursors and blobs: looking at attributes, as aiosqlite does."""
# difftest: no-wasi (threads)
import re
import sqlite3
import threading

con = sqlite3.connect(":memory:")
con.execute("create table t(a integer primary key, b blob)")
con.execute("insert into t values(1, x'010203')")
con.commit()
cur = con.execute("select a from t")
blob = con.blobopen("t", "b", 1)
other = sqlite3.connect(":memory:", check_same_thread=False)


def enter():
    with con:
        return "entered"


ASKED = {
    "total_changes": lambda: con.total_changes,
    "in_transaction": lambda: con.in_transaction,
    "isolation_level": lambda: con.isolation_level,
    "set isolation_level": lambda: setattr(con, "isolation_level", "DEFERRED"),
    "isolation_level = None": lambda: setattr(con, "isolation_level", None),
    "row_factory": lambda: con.row_factory,
    "set row_factory": lambda: setattr(con, "row_factory", None),
    "text_factory": lambda: con.text_factory,
    "cursor": lambda: con.cursor(),
    "execute": lambda: con.execute("select 1"),
    "executemany": lambda: con.executemany("select 1", []),
    "executescript": lambda: con.executescript("select 1"),
    "call": lambda: con("select 1"),
    "commit": lambda: con.commit(),
    "rollback": lambda: con.rollback(),
    "__enter__": lambda: con.__enter__() is con,
    "__exit__": lambda: con.__exit__(None, None, None),
    "with": enter,
    "interrupt": lambda: con.interrupt(),
    "iterdump": lambda: list(con.iterdump()),
    "create_function": lambda: con.create_function("f", 1, abs),
    "create_aggregate": lambda: con.create_aggregate("g", 1, list),
    "create_collation": lambda: con.create_collation("c", max),
    "set_authorizer": lambda: con.set_authorizer(None),
    "set_progress_handler": lambda: con.set_progress_handler(None, 1),
    "set_trace_callback": lambda: con.set_trace_callback(None),
    "getlimit": lambda: con.getlimit(sqlite3.SQLITE_LIMIT_COLUMN),
    "setlimit": lambda: con.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, -1),
    "serialize": lambda: con.serialize(),
    "deserialize": lambda: con.deserialize(b""),
    "backup": lambda: con.backup(other),
    "backup to": lambda: other.backup(con),
    "blobopen": lambda: con.blobopen("t", "b", 1),
    "cursor.execute": lambda: cur.execute("select 1"),
    "cursor.executemany": lambda: cur.executemany("select 1", []),
    "cursor.executescript": lambda: cur.executescript("select 1"),
    "cursor.fetchone": lambda: cur.fetchone(),
    "cursor.fetchmany": lambda: cur.fetchmany(2),
    "cursor.fetchall": lambda: cur.fetchall(),
    "next(cursor)": lambda: next(cur),
    "cursor.description": lambda: cur.description,
    "cursor.rowcount": lambda: cur.rowcount,
    "cursor.lastrowid": lambda: cur.lastrowid,
    "cursor.connection": lambda: cur.connection is con,
    "cursor.setinputsizes": lambda: cur.setinputsizes([]),
    "cursor.close": lambda: cur.close(),
    "blob.read": lambda: blob.read(1),
    "blob.write": lambda: blob.write(b"x"),
    "blob.tell": lambda: blob.tell(),
    "blob.seek": lambda: blob.seek(0),
    "len(blob)": lambda: len(blob),
    "blob[0]": lambda: blob[0],
    "blob.__enter__": lambda: blob.__enter__() is blob,
    "blob.close": lambda: blob.close(),
    "close": lambda: con.close(),
}


def ask(title):
    print(title)
    for name, question in ASKED.items():
        try:
            answer = question()
        except Exception as error:
            text = re.sub(r"thread id \d+", "thread id N", str(error))
            answer = f"{type(error).__name__}: {text}"
        if not isinstance(answer, (int, str, list, tuple, type(None), bytes)):
            answer = type(answer).__name__
        print(f"  {name}: {answer}")


def elsewhere(title):
    thread = threading.Thread(target=ask, args=(title,))
    thread.start()
    thread.join()


elsewhere("open, in another thread")
con.close()
elsewhere("closed, in another thread")
ask("closed, in its own thread")
