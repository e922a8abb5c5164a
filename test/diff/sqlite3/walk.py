# difftest: no-wasi (SQLite)
"""sqlite3: connections, cursors, rows, types, transactions, functions, errors, copies."""
import asyncio
import collections
import datetime
import os
import sqlite3
import threading

db = sqlite3.connect(":memory:")
cur = db.cursor()
print(cur.lastrowid, cur.rowcount, cur.description, cur.arraysize, cur.connection is db)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", None), getattr(error, "sqlite_errorcode", None))


cur.execute("create table person(id integer primary key, name text not null, age real, data blob)")
print(cur.rowcount, cur.lastrowid, cur.description)
cur.execute("insert into person(name, age, data) values(?, ?, ?)", ("Ann", 31.5, b"\x00\x01"))
print(cur.rowcount, cur.lastrowid, db.in_transaction, db.total_changes)
cur.executemany("insert into person(name, age) values(?, ?)", [("Bob", 20), ("Cid", None), ("Dora ü€", 7)])
print(cur.rowcount, cur.lastrowid)
cur.execute("insert into person(name, age) values(:n, @a)", {"n": "Eve", "a": 2 ** 40})
print(cur.lastrowid)
print(cur.execute("select * from person order by id").fetchall())
print([d[0] for d in cur.description])
cur.execute("select name from person order by name")
print(cur.fetchone(), cur.fetchmany(2), cur.fetchmany(), next(cur), cur.fetchone(), cur.fetchall())
for row in db.execute("select id, age from person where age is not null and id > ?", [1]):
    print(row)
print(db.execute("update person set age = 1 where id < 3").rowcount, db.execute("delete from person where id = 5").rowcount)
print(db.execute("insert into person(name) values('Ret') returning id, name").fetchall())
print(list(db.execute("select 1, 2.5, 'x', x'00ff', null")), db.execute("select ?", (True,)).fetchone())

for action in (
        lambda: db.execute("select 1; select 2"), lambda: db.execute("").fetchall(), lambda: db.execute("-- only a comment").fetchone(), lambda: db.execute("select ?", ()),
        lambda: db.execute("sel"), lambda: db.execute("select * from nothing"), lambda: db.execute("insert into person(id, name) values(1, 'x')"),
        lambda: db.execute("insert into person(name) values(null)"), lambda: db.executemany("select ?", [(1,)]),
        lambda: db.execute("select :a", {"a": {}}), lambda: db.execute("select :a", {}), lambda: db.execute("select ?", {"a": 1}), lambda: db.execute("select ?", (2 ** 70,)), lambda: db.execute(5),
        lambda: db.execute("select 1 /* c */ ; -- end").fetchone(), lambda: db.cursor().fetchone(), lambda: sqlite3.connect("/no/such/folder/file"),
        lambda: sqlite3.connect(":memory:", isolation_level="nonsense"), lambda: sqlite3.Connection.__new__(sqlite3.Connection).execute("x"), lambda: db.execute("select 'a\0b'").fetchone(),
        lambda: db.execute("select ?, ?", iter([1, 2])), lambda: sqlite3.Cursor(3), lambda: sqlite3.connect()):
    attempt(action)

# transactions
print(db.isolation_level, db.in_transaction)
db.commit()
print(db.in_transaction)
db.execute("insert into person(name) values('gone')")
print(db.in_transaction)
db.rollback()
print(db.execute("select count(*) from person").fetchone())
try:
    with db:
        db.execute("insert into person(name) values('gone too')")
        raise KeyError("inside")
except KeyError as error:
    print("rolled back", error)
with db as same:
    db.execute("insert into person(name) values('kept')")
print(same is db, db.in_transaction, db.execute("select count(*) from person").fetchone())
db.isolation_level = None
db.execute("insert into person(name) values('auto')")
print(db.in_transaction, db.isolation_level)
db.execute("begin")
db.execute("savepoint s")
db.execute("rollback to s")
print(db.in_transaction)
db.execute("end")
db.isolation_level = "IMMEDIATE"
print(db.isolation_level)
db.isolation_level = ""
print(db.executescript("""
    create table script(a, b default 'x;y');
    insert into script(a) values(1); -- comment; with semicolon
    insert into script(a) values(2);
    create view twice as select a * 2 as t from script;
""").fetchall(), db.execute("select sum(t) from twice").fetchone())
attempt(lambda: db.executescript("create table ok(a); broken;"))

# rows and factories
db.row_factory = sqlite3.Row
row = db.execute("select id, name as Name, age from person order by id").fetchone()
print(row["id"], row["NAME"], row[2], row[-1], row[0:2], len(row), row.keys(), tuple(row), dict(row), list(row), isinstance(row, sqlite3.Row), row == db.execute("select id, name as Name, age from person order by id").fetchone(), hash(row) == hash(row))
attempt(lambda: row["missing"])
attempt(lambda: row[99])
attempt(lambda: row[1.5])
a, *rest = row
print(a, rest)
db.row_factory = lambda cursor, values: {d[0]: v for d, v in zip(cursor.description, values)}
print(db.execute("select 1 as one, 2 as two").fetchall())
Pair = collections.namedtuple("Pair", "x y")
cursor = db.cursor()
cursor.row_factory = lambda cursor, values: Pair(*values)
print(cursor.execute("select 3, 4").fetchone())
db.row_factory = None
db.text_factory = bytes
print(db.execute("select 'text', 'ü'").fetchone())
db.text_factory = lambda data: data.decode("utf-8", "replace") + "!"
print(db.execute("select 'text', cast(x'ff41' as text)").fetchone())
db.text_factory = str
attempt(lambda: db.execute("select cast(x'ff41' as text) as bad").fetchone())


# types, adapters, converters
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Conforming:
    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return "conformed"


class Text(str):
    pass


sqlite3.register_adapter(Point, lambda p: f"{p.x};{p.y}")
sqlite3.register_converter("point", lambda data: Point(*map(int, data.split(b";"))))
typed = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
typed.execute("create table t(p point, d date, ts timestamp, n number(10), plain)")
typed.execute("insert into t values(?, ?, ?, ?, ?)", (Point(1, 2), datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 600000), 5, "p"))
print(typed.execute("select * from t").fetchall())
cursor = typed.execute('select plain as "plain [text]", p as "q [point]", \'7;8\' as "made [point]" from t')
print(cursor.description[1][0], cursor.description[2][0], cursor.fetchall())
print(db.execute("select ?, ?, typeof(?), ?", (Conforming(), Text("sub"), 1.0, memoryview(b"view"))).fetchone())
print(sqlite3.adapt(Point(3, 4)), bytes(sqlite3.Binary(b"x")), sqlite3.Date(2024, 1, 1), sqlite3.adapters.keys() >= {(Point, sqlite3.PrepareProtocol)}, "POINT" in sqlite3.converters)
attempt(lambda: sqlite3.adapt(object()))

# functions
db.create_function("double", 1, lambda v: v * 2)
db.create_function("any", -1, lambda *v: len(v), deterministic=True)
db.create_function("fails", 0, lambda: 1 / 0)
db.create_function("kinds", 1, lambda v: type(v).__name__)
print(db.execute("select double(4), double('ab'), any(), any(1, 2, 3), kinds(null), kinds(x'00'), kinds(1.5), kinds('s')").fetchone())
attempt(lambda: db.execute("select fails()").fetchone())
attempt(lambda: db.execute("select double(1, 2)"))


class Total:
    def __init__(self):
        self.items = []

    def step(self, value):
        self.items.append(value)

    def inverse(self, value):
        self.items.remove(value)

    def value(self):
        return sum(self.items)

    def finalize(self):
        return sum(self.items)


class Broken:
    def step(self, value):
        raise ValueError

    def finalize(self):
        return 1


db.create_aggregate("total2", 1, Total)
db.create_aggregate("broken", 1, Broken)
print(db.execute("select total2(a) from script").fetchone(), db.execute("select a, total2(a) from script group by a").fetchall())
attempt(lambda: db.execute("select broken(a) from script").fetchone())
db.create_window_function("moving", 1, Total)
db.executemany("insert into script(a) values(?)", [(n,) for n in range(3, 7)])
print(db.execute("select a, moving(a) over (order by a rows between 1 preceding and 1 following) from script").fetchall())
db.create_collation("backwards", lambda x, y: (x < y) - (x > y))
print(db.execute("select name from person where name glob '[A-D]*' order by name collate backwards").fetchall())
db.create_collation("backwards", None)
attempt(lambda: db.execute("select name from person order by name collate backwards"))
statements = []
db.set_trace_callback(statements.append)
db.execute("select ?", (5,)).fetchall()
db.set_trace_callback(None)
print(statements)
db.set_authorizer(lambda action, *rest: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK)
attempt(lambda: db.execute("delete from person"))
db.set_authorizer(None)
db.set_progress_handler(lambda: 1, 1)
attempt(lambda: db.execute("select count(*) from person, person").fetchone())
db.set_progress_handler(None, 0)

# copies, dumps, limits
db.commit()
target = sqlite3.connect(":memory:")
db.backup(target, pages=2, progress=lambda status, remaining, total: print("backup", status == sqlite3.SQLITE_DONE, remaining < total), sleep=0.001)
print(target.execute("select count(*) from person").fetchone())
print("\n".join(target.iterdump()))
copy = sqlite3.connect(":memory:")
copy.deserialize(target.serialize())
print(copy.execute("select count(*) from script").fetchone(), sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"))
print(db.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) > 10, db.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, 5) > 5, db.getlimit(sqlite3.SQLITE_LIMIT_COLUMN))
path = os.path.abspath("file.db")
with sqlite3.connect(path, timeout=0.1) as first:
    first.execute("create table t(a)")
    first.execute("insert into t values(1)")
second = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
print(second.execute("select * from t").fetchall())
attempt(lambda: second.execute("insert into t values(2)"))
other = sqlite3.connect(path, timeout=0.01)
first.execute("begin exclusive")
attempt(lambda: other.execute("insert into t values(3)"))
first.rollback()


class MyCursor(sqlite3.Cursor):
    def one(self, sql):
        return self.execute(sql).fetchone()[0]


class MyConnection(sqlite3.Connection):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tag = "mine"


mine = sqlite3.connect(":memory:", factory=MyConnection)
print(mine.tag, mine.cursor(MyCursor).one("select 42"), type(mine).__name__, mine.cursor(factory=MyCursor).connection is mine)


def in_thread():
    attempt(lambda: str(db.execute("select 1"))[:5])


original = attempt


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error)[:70])


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("create table log(n)")


async def main():
    one_at_a_time = threading.Lock()

    def work(n):
        with one_at_a_time:
            shared.execute("insert into log values(?)", (n,))

    await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(5)))
    print(shared.execute("select sum(n) from log").fetchone())


asyncio.run(main())
left_open = db.execute("select * from person")
cur.close()
attempt(lambda: cur.execute("select 1"))
db.close()
db.close()
attempt(lambda: db.execute("select 1"))
attempt(lambda: left_open.fetchone())
attempt(lambda: db.in_transaction)
print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, sqlite3.sqlite_version == ".".join(map(str, sqlite3.sqlite_version_info)), issubclass(sqlite3.IntegrityError, sqlite3.DatabaseError), db.Error is sqlite3.Error)
