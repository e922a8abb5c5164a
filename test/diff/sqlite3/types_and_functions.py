# sqlite3: types both ways, adapters and converters, rows, functions, aggregates, collations, transactions, errors, dumps, backups.
# difftest: no-wasi (sqlite3 is native only)
import datetime
import sqlite3

db = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
cur = db.cursor()
print(cur.execute('create table t (id integer primary key, n, txt text, real real, data blob, day date, at timestamp, p point)'), db.total_changes) if False else cur.execute('create table t (id integer primary key, n, txt text, real real, data blob, day date, at timestamp, p point)').description


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f'{self.x};{self.y}'


sqlite3.register_converter('point', lambda raw: tuple(map(int, raw.split(b';'))))
cur.execute('insert into t (n, txt, real, data, day, at, p) values (?, ?, ?, ?, ?, ?, ?)', (None, 'héllo', 1.5, b'\x00\xff', datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 6), Point(1, 2)))
print(cur.lastrowid, cur.rowcount, cur.execute('select * from t').fetchone(), [d[0] for d in cur.description])
cur.executemany('insert into t (n, txt) values (:n, :t)', ({'n': n, 't': str(n) * 2} for n in range(5)))
print(cur.rowcount, db.total_changes, cur.execute('select n, txt from t where n > ? order by n desc', (1,)).fetchmany(2), cur.fetchall(), cur.fetchone(), cur.arraysize)
db.row_factory = sqlite3.Row
row = db.execute('select id as Num, txt, 5 as "x [point]" from t where n = 1').fetchone() if False else db.execute('select id as Num, txt from t where n = 1').fetchone()
print(row['num'], row[1], row['TXT'], row.keys(), len(row), tuple(row), list(row), row[-1], row[0:1], row == row, hash(row) == hash(row), type(row).__name__)
for call in (lambda: row['nope'], lambda: row[9], lambda: row[1.5], lambda: cur.execute('select'), lambda: cur.execute('select * from nope'), lambda: cur.execute('select ?', ()), lambda: cur.execute('select ?', (1, 2)), lambda: cur.execute('select :a', {}), lambda: cur.execute('select ?', (object(),)), lambda: cur.execute('select ?', 5), lambda: cur.execute('select 1; select 2'), lambda: cur.execute(5), lambda: cur.execute('select ?', (2 ** 63,)), lambda: cur.execute('insert into t (id) values (1)'),
             lambda: cur.executemany('select 1', []), lambda: cur.executemany('select ?', [(1,)]), lambda: cur.execute('select "a\0b"'), lambda: cur.fetchmany(-1) if False else cur.executescript(5), lambda: db.execute('create table t (x)'), lambda: sqlite3.connect('/no/such/dir/x.db'), lambda: db.cursor(int), lambda: sqlite3.Row(cur, 5), lambda: cur.execute('select 1', {}, 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'sqlite_errorname', None))
db.create_function('twice', 1, lambda x: x * 2, deterministic=True)
db.create_function('fail', -1, lambda *args: 1 / 0)
db.row_factory = None


class Joined:
    def __init__(self):
        self.items = []

    def step(self, x):
        self.items.append(str(x))

    def finalize(self):
        return '-'.join(self.items)


db.create_aggregate('joined', 1, Joined)
db.create_collation('backwards', lambda a, b: (a < b) - (a > b))
print(db.execute("select twice(4), twice('ab'), twice(1.5), twice(null) is null" if False else "select twice(4), twice('ab'), twice(1.5)").fetchone(), db.execute('select joined(n) from t where n is not null').fetchone(), db.execute('select txt from t where n is not null order by txt collate backwards').fetchall())
for sql in ('select fail()', 'select nofunc(1)', "select twice()"):
    try:
        print(db.execute(sql).fetchone())
    except sqlite3.Error as error:
        print(type(error).__name__, error)
print(db.in_transaction, db.isolation_level, db.commit(), db.in_transaction)
try:
    with db:
        db.execute("insert into t (n) values (100)")
        raise KeyError('rollback')
except KeyError:
    print(db.execute('select count(*) from t where n = 100').fetchone(), db.in_transaction)
with db:
    db.execute("insert into t (n) values (200)")
print(db.execute('select count(*) from t').fetchone())
db.executescript('create table s (a, b); insert into s values (1, 2); insert into s values (3, null);')
print([line for line in db.iterdump() if '"s"' in line or ' s ' in line])
other = sqlite3.connect(':memory:')
db.backup(other, pages=1, progress=lambda status, remaining, total: None)
print(other.execute('select * from s').fetchall(), other.execute('select typeof(a), typeof(b) from s').fetchall(), other.close())
db.text_factory = bytes
print(db.execute("select 'é'").fetchone())
db.text_factory = lambda raw: raw.decode('utf-8', 'replace') + '!'
print(db.execute("select 'x', cast(x'ff' as text)").fetchone())
db.text_factory = str
seen = []
db.set_trace_callback(seen.append)
db.execute('select 1')
db.set_trace_callback(None)
print(seen, sqlite3.complete_statement('select 1;'), sqlite3.complete_statement('select'), sqlite3.threadsafety, sqlite3.paramstyle, sqlite3.apilevel, sqlite3.Binary(b'x') == b'x', sqlite3.Date(2020, 1, 1), db.interrupt(), db.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) > 0)
named = db.execute('select 1 as "at [timestamp]", 2 as plain').description
print(named, list(db.execute('select 5 union select 6')), next(db.execute('select 7')), [issubclass(e, sqlite3.DatabaseError) for e in (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError)])
db.close()
for call in (lambda: db.execute('select 1'), lambda: cur.execute('select 1'), lambda: db.commit(), lambda: db.close()):
    try:
        print(call())
    except sqlite3.Error as error:
        print(type(error).__name__, error)
