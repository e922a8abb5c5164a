"""What pickle refuses, old and damaged streams, persistent ids, dispatch tables, find_class, versions of objects, a store of objects."""
import copyreg
import io
import os
import pickle
import pickletools
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Account:
    """Version 2 has a currency; older pickles get one."""
    version = 2

    def __init__(self, owner, amount, currency='EUR'):
        self.owner, self.amount, self.currency = owner, amount, currency

    def __getstate__(self):
        return {'version': self.version, **self.__dict__}

    def __setstate__(self, state):
        if state.pop('version', 1) < 2:
            state['currency'] = 'DEM'
        self.__dict__.update(state)

    def __repr__(self):
        return f'{self.owner}: {self.amount} {self.currency}'


old = Account('ann', 5)
data = pickle.dumps(old)
Account.version = 1
del old.currency
older = pickle.dumps(old)
print(pickle.loads(data), pickle.loads(older))


class Store:
    """Objects by name in one file, each reachable by its offset."""

    def __init__(self, path):
        self.path, self.index = path, {}

    def save(self, **objects):
        with open(self.path, 'wb') as file:
            for name, value in objects.items():
                self.index[name] = file.tell()
                pickle.dump(value, file)

    def load(self, name):
        with open(self.path, 'rb') as file:
            file.seek(self.index[name])
            return pickle.load(file)


store = Store('objects')
store.save(numbers=[1, 2], account=old, nothing=None)
print([store.load(name) for name in ('nothing', 'account', 'numbers')], sorted(store.index))
os.remove('objects')


class References(pickle.Pickler):
    def persistent_id(self, value):
        return ('account', value.owner) if isinstance(value, Account) else None


class Resolved(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, name = pid
        if name == 'bob':
            raise pickle.UnpicklingError(f'no {kind} of {name}')
        return Account(name, 0)

    def find_class(self, module, name):
        if (module, name) not in {('builtins', 'set'), ('collections', 'OrderedDict')}:
            raise pickle.UnpicklingError(f'{module}.{name} is forbidden')
        return super().find_class(module, name)


def through(value, protocol=None):
    file = io.BytesIO()
    References(file, protocol).dump(value)
    return Resolved(io.BytesIO(file.getvalue())).load()


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    attempt(protocol, through, {'a': [old, old], 'b': 5}, protocol)
attempt('bob', through, Account('bob', 1))
attempt('forbidden', through, [os.getcwd])
attempt('set', through, {1})
attempt('no persistent_load', pickle.loads, b'\x80\x04\x8c\x01x\x94Q.')


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees


class Tabled(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()


Tabled.dispatch_table[Celsius] = lambda value: (float, (value.degrees,))
file = io.BytesIO()
Tabled(file).dump([Celsius(5)])
print(pickle.loads(file.getvalue()))


class Overriding(pickle.Pickler):
    def reducer_override(self, value):
        if isinstance(value, Celsius):
            return str, (f'{value.degrees} degrees',)
        return NotImplemented


file = io.BytesIO()
Overriding(file, 4).dump([Celsius(9), 1])
print(pickle.loads(file.getvalue()))


def local():
    class Inner:
        pass
    return Inner


good = pickle.dumps([1, 'two', {'three': 3.0}])
for label, call in {'lambda': lambda: pickle.dumps(lambda: 0), 'local class': lambda: pickle.dumps(local()), 'local instance': lambda: pickle.dumps(local()()), 'generator': lambda: pickle.dumps(n for n in []), 'module': lambda: pickle.dumps(sys), 'file': lambda: pickle.dumps(sys.stdout), 'memoryview': lambda: pickle.dumps(memoryview(b'x')), 'renamed': lambda: pickle.dumps(type('Account', (), {})),
                    'protocol': lambda: pickle.dumps(1, 99), 'protocol type': lambda: pickle.dumps(1, 'x'), 'no write': lambda: pickle.dump(1, 5), 'no read': lambda: pickle.load(5), 'str': lambda: pickle.loads('x'), 'empty': lambda: pickle.loads(b''), 'cut': lambda: pickle.loads(good[:-5]), 'cut more': lambda: pickle.loads(good[:12]), 'opcode': lambda: pickle.loads(b'\xff'), 'stack': lambda: pickle.loads(b'.'), 'mark': lambda: pickle.loads(b't.'),
                    'version': lambda: pickle.loads(b'\x80\x63.'), 'int': lambda: pickle.loads(b'Ix\n.'), 'memo': lambda: pickle.loads(b'h\x05.'), 'no module': lambda: pickle.loads(b'cnosuchmodule\nname\n.'), 'no name': lambda: pickle.loads(b'cbuiltins\nnosuchname\n.'), 'reduce': lambda: pickle.loads(b'cbuiltins\nlen\n)R.'), 'build': lambda: pickle.loads(b'I5\nI6\nb.'), 'unicode': lambda: pickle.loads(b'X\x02\x00\x00\x00\xff\xfe.'), 'long': lambda: pickle.loads(b'\x8a\x05\x01.'),
                    'reduce kind': lambda: pickle.dumps(type('R', (), {'__reduce__': lambda self: 5})()), 'reduce short': lambda: pickle.dumps(type('R', (), {'__reduce__': lambda self: (1,)})()), 'reduce callable': lambda: pickle.dumps(type('R', (), {'__reduce__': lambda self: (1, ())})()), 'reduce args': lambda: pickle.dumps(type('R', (), {'__reduce__': lambda self: (int, 5)})()), 'buffer': lambda: pickle.dumps(pickle.PickleBuffer(b'x'), 4)}.items():
    attempt(label, call)
print(pickle.loads(b"(lp0\nI1\naS'text'\np1\naL5L\na(I1\nI2\ntp2\na(dp3\nVkey\nF2.5\nsaI01\na."), pickle.loads(b'\x80\x02]q\x00(K\x01U\x03abcq\x01e.'), pickle.loads(b'\x80\x02U\x02\xe9x.', encoding='latin-1'), pickle.loads(b'\x80\x02U\x02\xe9x.', encoding='bytes'))
attempt('ascii', pickle.loads, b'\x80\x02U\x02\xe9x.')
print(pickle.format_version, pickle.compatible_formats, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
buffers = []
data = pickle.dumps(pickle.PickleBuffer(bytearray(b'big')), 5, buffer_callback=buffers.append)
print(len(buffers), buffers[0].raw().tobytes(), bytes(pickle.loads(data, buffers=buffers)))
attempt('buffers', pickle.loads, data)
pickletools.dis(pickle.dumps((1, [2], {'a': None}), 2))
print(pickletools.optimize(pickle.dumps([1, 'a'], 2)))
