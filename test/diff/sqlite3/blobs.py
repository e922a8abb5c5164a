"""sqlite3.Blob: read, write, seek, items and slices both ways, closing by hand, by `with` and with the connection, expired and read-only ones, errors."""
# difftest: no-wasi (sqlite3)
import gc
import os
import sqlite3
import weakref


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


db = sqlite3.connect(':memory:')
db.execute('create table t(a integer primary key, data blob, other text)')
db.execute('insert into t values(1, zeroblob(20), "text")')
db.execute('insert into t values(2, zeroblob(0), null)')
db.execute('insert into t values(3, 5, null)')
print(sqlite3.Blob, sqlite3.Blob.__mro__, sqlite3.Blob.__module__)
attempt('make', sqlite3.Blob)
blob = db.blobopen('t', 'data', 1)
print(type(blob), len(blob), blob.tell(), blob.read(5), blob.tell(), blob.write(b'hello'), blob.tell(), blob.seek(0), blob.read(), blob.read(), blob.read(0), blob.read(5))
for args in ((0,), (5, os.SEEK_SET), (-3, os.SEEK_END), (-2, os.SEEK_CUR), (0, os.SEEK_END), (20,)):
    print(args, blob.seek(*args), blob.tell())
for args in ((21,), (-1,), (1, os.SEEK_END), (-50, 1), (0, 9), (2**31 - 1, 1), (2**40,), ('x',), (), (0, 'x'), (1.5,), (0, 0, 0)):
    attempt(f'seek {args}', blob.seek, *args)
blob.seek(0)
for data in (b'0123456789', bytearray(b'ABCDE'), memoryview(b'xyz')):
    print(blob.write(data), blob.tell())
for data in ('text', 5, None, b'too long for what is left'):
    attempt('write', blob.write, data)
print(blob.write(b''), blob.seek(0), blob.read(100))
for args in (('x',), (1.5,), (2**40,), (1, 2)):
    attempt('read', blob.read, *args)

print(blob[0], blob[-1], blob[19], blob[2:5], blob[:], blob[::2], blob[100:], blob[5:5], blob[-4:], blob[True])
for key in (20, -21, 2**70, 'x', 1.5, None, (1, 2), slice('a', None), slice(0, 5, 0)):
    attempt(f'get {key!r}', blob.__getitem__, key)
blob[0] = 255
blob[-1] = 0
blob[1:4] = b'###'
blob[4:10:2] = bytearray(b'+-*')
blob[5:5] = b''
print(blob[:], blob.tell())
for key, value in ((0, 256), (0, -1), (0, 2**80), (0, 'x'), (0, b'x'), (0, None), (20, 1), (2**70, 1), ('x', 1), (slice(0, 3), b'ab'), (slice(0, 3), 'abc'), (slice(0, 3), 5), (slice(0, 0), b'x'), (slice(0, 5, 2), b'ab'), (1.5, 1)):
    attempt(f'set {key!r} {value!r:.10}', blob.__setitem__, key, value)
attempt('delete', blob.__delitem__, 0)
attempt('delete', blob.__delitem__, slice(0, 1))
attempt('delete', blob.__delitem__, 'x')
attempt('iterate', lambda: list(blob))
attempt('contains', lambda: 1 in blob)
attempt('add', lambda: blob + blob)
attempt('attribute', setattr, blob, 'x', 1)
print(bool(blob), db.execute('select data from t where a = 1').fetchone())

with db.blobopen('t', 'data', 1, readonly=True) as reading:
    print(reading.read(3))
    attempt('read only', reading.write, b'x')
    attempt('read only', reading.__setitem__, 0, 1)
    attempt('raises', lambda: 1 / 0)
for name in ('read', 'tell', 'close', '__enter__', '__len__'):
    attempt('closed ' + name, getattr(reading, name))
attempt('closed', reading.__getitem__, 0)
attempt('closed', reading.__exit__, None, None, None)
print(reading.close(), len(db.blobopen('t', 'data', 2)), db.blobopen('t', 'other', 1).read(), db.blobopen('t', 'data', 1, name='main').read(1))
for args, kwargs in ((('none', 'data', 1), {}), (('t', 'none', 1), {}), (('t', 'data', 99), {}), (('t', 'data', 3), {}), (('t', 'a', 1), {}), (('t', 'data', 1), {'name': 'nowhere'}), (('t', 'data', 'x'), {}), (('t', 'data', 1.5), {}), (('t', 'data', 2**40), {}), (('t', 'other', 2), {}), ((5, 'data', 1), {}), (('t', 5, 1), {})):
    attempt(f'open {args}', db.blobopen, *args, **kwargs)
attempt('open', db.blobopen, 't', 'data', 1, unknown=1)
attempt('open', db.blobopen, 't', 'data')
attempt('open', db.blobopen, 't\0', 'data', 1)
attempt('open', db.blobopen, 't', 'data', 1, name='main\0')
attempt('open', db.blobopen, table='t', column='data', row=1)
attempt('open', db.blobopen, 't', 'data', 1, True)

expired = db.blobopen('t', 'data', 1)
db.execute('update t set data = zeroblob(3) where a = 1')
attempt('expired', expired.read)
attempt('expired', expired.write, b'x')
attempt('expired', lambda: expired[0])
left = db.blobopen('t', 'data', 1)
seen = weakref.ref(left)
del left
gc.collect()
print(seen())
for old in (blob, expired):
    old.close()
db.commit()
last = db.blobopen('t', 'data', 1)
last.write(b'abc')
print(db.in_transaction)
db.close()
attempt('after the connection', last.read)
attempt('after the connection', last.close)
attempt('after the connection', db.blobopen, 't', 'data', 1)
