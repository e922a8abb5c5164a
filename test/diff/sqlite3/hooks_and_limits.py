"""Functions, aggregates, windows, collations, adapters, converters, authorizers, progress, traces, limits, serialized databases."""
# difftest: no-wasi (SQLite is a C library that is not there)
import datetime
import sqlite3


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


db = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
db.create_function('twice', 1, lambda value: value * 2)
db.create_function('joined', -1, lambda *values: '-'.join(map(str, values)), deterministic=True)
db.create_function('broken', 0, lambda: 1 / 0)
db.create_function('listed', 0, lambda: [1])
db.create_function('big', 0, lambda: 1 << 70)
print(db.execute("SELECT twice(4), twice('ab'), twice(1.5), joined(1, 'x', NULL, 2.5), joined()").fetchone())
for sql in ('SELECT broken()', 'SELECT listed()', 'SELECT big()', 'SELECT twice()', 'SELECT twice(NULL)', 'SELECT unknown(1)'):
    attempt(sql, lambda: db.execute(sql).fetchone())


class Median:
    def __init__(self):
        self.values = []

    def step(self, value):
        self.values.append(value)

    def inverse(self, value):
        self.values.remove(value)

    def value(self):
        return sorted(self.values)[len(self.values) // 2] if self.values else None

    finalize = value


db.create_aggregate('median', 1, Median)
db.create_window_function('moving', 1, Median)
db.execute('CREATE TABLE n (v INTEGER, name TEXT)')
db.executemany('INSERT INTO n VALUES (?, ?)', [(v, chr(96 + v)) for v in (5, 3, 9, 1, 7)])
print(db.execute('SELECT median(v) FROM n').fetchone(), db.execute('SELECT median(v) FROM n WHERE v > 100').fetchone(), db.execute('SELECT v, moving(v) OVER (ORDER BY v ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM n ORDER BY v').fetchall())
db.create_aggregate('bad', 1, type('Bad', (), {'step': lambda self, value: 1 / 0, 'finalize': lambda self: 0}))
attempt('bad', lambda: db.execute('SELECT bad(v) FROM n').fetchone())
db.create_collation('backwards', lambda a, b: (a < b) - (a > b))
print(db.execute('SELECT name FROM n ORDER BY name COLLATE backwards').fetchall())
db.create_collation('backwards', None)
attempt('collation', lambda: db.execute('SELECT name FROM n ORDER BY name COLLATE backwards').fetchall())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        return f'{self.x};{self.y}' if protocol is sqlite3.PrepareProtocol else None


sqlite3.register_adapter(complex, lambda c: f'{c.real};{c.imag}')
sqlite3.register_converter('point', lambda data: Point(*map(float, data.split(b';'))))
db.execute('CREATE TABLE places (p point, d date, t timestamp, plain TEXT)')
db.execute('INSERT INTO places VALUES (?, ?, ?, ?)', (Point(1, 2), datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 12, 30, 15, 250000), 1 + 2j))
p, d, t, plain = db.execute('SELECT * FROM places').fetchone()
print(p.x, p.y, d, t, plain, db.execute('SELECT plain AS "x [point]" FROM places').fetchone()[0].y, db.execute('SELECT plain AS "x [point]" FROM places').description[0][0])
attempt('converter', lambda: db.execute("SELECT 'no' AS 'x [date]'").fetchone())
db.row_factory = lambda cursor, row: {column[0]: value for column, value in zip(cursor.description, row)}
print(db.execute('SELECT v, name FROM n LIMIT 1').fetchone())
db.row_factory = None
db.text_factory = bytes
print(db.execute("SELECT 'é'").fetchone())
db.text_factory = lambda data: data.decode('latin-1').upper()
print(db.execute("SELECT 'abc'").fetchone())
db.text_factory = str
attempt('undecodable', lambda: db.execute("SELECT CAST(x'ff41' AS TEXT)").fetchone())

traced = []
db.set_trace_callback(traced.append)
db.execute('SELECT ?', (5,)).fetchall()
with db:
    db.execute('DELETE FROM n WHERE v = 1')
db.set_trace_callback(None)
print(traced)
actions = set()
db.set_authorizer(lambda action, *details: (actions.add(action), sqlite3.SQLITE_DENY if details[0] == 'places' else sqlite3.SQLITE_OK)[1])
attempt('denied', lambda: db.execute('SELECT * FROM places').fetchone())
print(db.execute('SELECT count(*) FROM n').fetchone(), sqlite3.SQLITE_SELECT in actions)
db.set_authorizer(None)
steps = []
db.set_progress_handler(lambda: steps.append(1) or len(steps) > 5, 10)
attempt('interrupted', lambda: db.execute('WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c').fetchone())
db.set_progress_handler(None, 0)
print(db.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH) > 0, db.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 2) > 2)
attempt('limit', lambda: db.execute('SELECT ?, ?, ?', (1, 2, 3)))
attempt('limit', db.setlimit, 999, 1)
data = db.serialize()
other = sqlite3.connect(':memory:')
other.deserialize(data)
print(len(data) % 512, other.execute('SELECT sum(v) FROM n').fetchone())
attempt('deserialize', other.deserialize, 'text')

with sqlite3.connect('file.db') as kept:
    kept.execute('CREATE TABLE t (a)')
    kept.execute('INSERT INTO t VALUES (1)')
kept.execute('INSERT INTO t VALUES (2)')
kept.rollback()
try:
    with kept:
        kept.execute('INSERT INTO t VALUES (3)')
        raise ValueError('undo')
except ValueError:
    print(kept.execute('SELECT * FROM t').fetchall(), kept.in_transaction)
reader = sqlite3.connect('file:file.db?mode=ro', uri=True, timeout=0)
attempt('read only', reader.execute, 'INSERT INTO t VALUES (9)')
writer = sqlite3.connect('file.db', timeout=0, isolation_level='IMMEDIATE')
writer.execute('INSERT INTO t VALUES (4)')
attempt('locked', lambda: kept.execute('INSERT INTO t VALUES (5)') if kept.execute('PRAGMA busy_timeout = 0') else None)
writer.commit()
print(reader.execute('SELECT count(*) FROM t').fetchone(), kept.isolation_level, repr(writer.isolation_level))
for label, call in {'function': lambda: db.create_function('f', 1), 'function type': lambda: db.create_function(5, 1, len), 'function count': lambda: db.create_function('f', 999, len), 'collation': lambda: db.create_collation('x', 5), 'adapter': lambda: sqlite3.register_adapter(5, 6), 'complete': lambda: (sqlite3.complete_statement('SELECT 1;'), sqlite3.complete_statement('SELECT 1'), sqlite3.complete_statement("SELECT ';")), 'adapt': lambda: sqlite3.adapt(5), 'adapt list': lambda: sqlite3.adapt([]), 'enable': lambda: sqlite3.enable_callback_tracebacks(False), 'threads': lambda: sqlite3.threadsafety in (1, 3), 'api': lambda: (sqlite3.apilevel, sqlite3.paramstyle), 'blob': lambda: sqlite3.Binary(b'x').tobytes(), 'dates': lambda: (sqlite3.Date(2020, 1, 2), sqlite3.Time(1, 2, 3), sqlite3.DateFromTicks(0) is not None)}.items():
    attempt(label, call)
for connection in (db, other, kept, reader, writer):
    connection.close()
