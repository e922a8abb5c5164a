"""A key-value store on sqlite3 with expiry by a counter, transactions, iteration and backup; and the module's errors by class."""
# difftest: no-wasi (SQLite is a C library that is not there)
import collections.abc
import json
import sqlite3


class Store(collections.abc.MutableMapping):
    def __init__(self, path=':memory:'):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute('CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID')
        self.db.row_factory = sqlite3.Row

    def __getitem__(self, key):
        row = self.db.execute('SELECT value FROM items WHERE key = ?', (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return json.loads(row['value'])

    def __setitem__(self, key, value):
        self.db.execute('INSERT INTO items (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = version + 1', {'key': key, 'value': json.dumps(value)})

    def __delitem__(self, key):
        if not self.db.execute('DELETE FROM items WHERE key = ?', [key]).rowcount:
            raise KeyError(key)

    def __iter__(self):
        return (row[0] for row in self.db.execute('SELECT key FROM items ORDER BY key'))

    def __len__(self):
        return self.db.execute('SELECT count(*) FROM items').fetchone()[0]

    def __enter__(self):
        self.db.execute('BEGIN')
        return self

    def __exit__(self, kind, error, trace):
        self.db.execute('ROLLBACK' if kind else 'COMMIT')


store = Store()
store.update(a=1, b=[1, 2], c={'x': None})
store['a'] = 'changed'
print(dict(store), len(store), 'b' in store, store.get('none'), store.pop('b'), list(store), store.setdefault('d', 5), store.db.total_changes)
try:
    with store:
        store['a'] = 'lost'
        del store['nothing']
except KeyError as error:
    print('rolled back', error, store['a'], store.db.in_transaction)
with store:
    store['e'] = 'kept'
row = store.db.execute('SELECT * FROM items WHERE key = "a"').fetchone()
print(tuple(row), row.keys(), row['VERSION'], row[-1], len(row), dict(row), row == store.db.execute('SELECT * FROM items LIMIT 1').fetchone(), hash(row) == hash(store.db.execute('SELECT * FROM items LIMIT 1').fetchone()), row[0:2], 'a' in row)
for label, index in {'name': 'none', 'number': 9, 'type': 2.5}.items():
    try:
        print(row[index])
    except (IndexError, KeyError, TypeError) as error:
        print(label, type(error).__name__, error)
copy = Store()
store.db.backup(copy.db, pages=1, progress=lambda status, left, total: print('backup', status, left, total))
print(dict(copy) == dict(store), [line for line in store.db.iterdump()][:3])

db = sqlite3.connect(':memory:')
db.executescript('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, n INTEGER CHECK (n > 0)); CREATE TABLE child (t REFERENCES t(id)); PRAGMA foreign_keys = ON;')
print(db.in_transaction, db.execute('INSERT INTO t (name, n) VALUES (?, ?)', ('one', 1)).lastrowid, db.in_transaction, db.total_changes)
print(db.executemany('INSERT INTO t (name, n) VALUES (?, ?)', [('two', 2), ('three', 3)]).rowcount, db.commit(), db.in_transaction)
cursor = db.cursor()
print(cursor.execute('SELECT name, n * 1.5 AS half, NULL, x\'00ff\' FROM t ORDER BY id').description, cursor.fetchmany(2), cursor.fetchone(), cursor.fetchone(), cursor.fetchall(), cursor.arraysize, cursor.rowcount, cursor.lastrowid)
for sql, parameters in (('SELEC 1', ()), ('SELECT * FROM nowhere', ()), ('SELECT nocolumn FROM t', ()), ('INSERT INTO t (name) VALUES (?)', ()), ('SELECT ?, ?', (1,)), ('SELECT 1', (1,)), ('SELECT :a', {}), ('SELECT :a', (1,)), ('SELECT ?', {'a': 1}), ('SELECT ?', 5), ('SELECT ?', ([],)), ('SELECT ?', (1 << 70,)), ('SELECT 1; SELECT 2', ()), ('', ()), ('-- nothing', ()), ('INSERT INTO t (name, n) VALUES ("one", 1)', ()), ('INSERT INTO t (n) VALUES (0)', ()), ('INSERT INTO child VALUES (99)', ()),
                        ('SELECT "\ud800"', ()), ('SELECT 1\0', ()), ('INSERT INTO t VALUES (1, 2)', ()), ('SELECT zeroblob(-1)', ()), ('SELECT abs(-9223372036854775808)', ()), (5, ()), ('PRAGMA table_info(t)', ())):
    try:
        print(ascii(sql), db.execute(sql, parameters).fetchall())
    except Exception as error:
        print(ascii(sql), type(error).__name__, ascii(str(error)), getattr(error, 'sqlite_errorname', None), getattr(error, 'sqlite_errorcode', None), [base.__name__ for base in type(error).__mro__[1:3]])
for label, call in {'fetch': lambda: db.cursor().fetchone(), 'executemany select': lambda: db.executemany('SELECT 1', [()]), 'executemany type': lambda: db.executemany('INSERT INTO t (n) VALUES (?)', 5), 'executescript': lambda: db.executescript('SELECT 1; bad'), 'executescript type': lambda: db.executescript(5), 'connect': lambda: sqlite3.connect('/no/such/folder/x.db'), 'connect type': lambda: sqlite3.connect(5), 'isolation': lambda: setattr(db, 'isolation_level', 'NOPE'), 'interrupt': lambda: db.interrupt(), 'changes': lambda: db.total_changes}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
cursor.close()
db.close()
for label, call in {'execute': lambda: db.execute('SELECT 1'), 'commit': db.commit, 'cursor': db.cursor, 'closed cursor': lambda: cursor.execute('SELECT 1'), 'closed fetch': lambda: cursor.fetchall(), 'again': db.close, 'in_transaction': lambda: db.in_transaction, 'enter': lambda: db.__enter__()}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
