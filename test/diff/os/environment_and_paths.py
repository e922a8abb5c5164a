"""os.environ as a mapping, fsencode and fsdecode, PathLike objects, and what each of them refuses."""
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ('PAC_ONE', 'PAC_TWO', 'PAC_THREE'):
    os.environ.pop(name, None)
os.environ['PAC_ONE'] = '1'
os.putenv('PAC_HIDDEN', 'x')
print(os.environ['PAC_ONE'], os.getenv('PAC_ONE'), os.getenv('PAC_TWO'), os.getenv('PAC_TWO', 7), 'PAC_ONE' in os.environ, 'PAC_HIDDEN' in os.environ)
print(os.environ.setdefault('PAC_TWO', 'two'), os.environ.setdefault('PAC_TWO', 'zwei'), os.environ.get('PAC_THREE'), os.environ.pop('PAC_TWO'))
os.environ.update({'PAC_TWO': '2', 'PAC_THREE': 'drei'}, PAC_FOUR='four')
print(sorted((key, value) for key, value in os.environ.items() if key.startswith('PAC_')))
print(os.environb[b'PAC_FOUR'], os.getenvb(b'PAC_TWO'), os.supports_bytes_environ)
os.environb[b'PAC_RAW'] = b'\xff\xfe'
print(ascii(os.environ['PAC_RAW']), os.fsencode(os.environ['PAC_RAW']))
del os.environ['PAC_RAW'], os.environ['PAC_FOUR']
print('PAC_FOUR' in os.environ, b'PAC_RAW' in os.environb, type(os.environ).__name__, type(os.environ.copy()).__name__)
merged = {'PAC_ONE': 'x'} | os.environ
print(merged['PAC_ONE'], type(os.environ | {}).__name__)
os.environ |= {'PAC_FIVE': '5'}
print(os.environ['PAC_FIVE'], os.environ.pop('PAC_NINE', 'nothing'))
attempt('missing', lambda: os.environ['PAC_NINE'])
attempt('delete', lambda: os.environ.__delitem__('PAC_NINE'))
attempt('pop', os.environ.pop, 'PAC_NINE')
attempt('int value', os.environ.__setitem__, 'PAC_X', 5)
attempt('int key', os.environ.__setitem__, 5, 'x')
attempt('bytes', os.environ.__getitem__, b'PAC_ONE')
attempt('nul', os.environ.__setitem__, 'PAC_X', 'a\0b')
attempt('equals', os.environ.__setitem__, 'PAC=X', 'a')
attempt('empty', os.environ.__setitem__, '', 'a')
attempt('getenv', os.getenv, 5)
attempt('getenvb', os.getenvb, 'x')
attempt('unset', os.unsetenv, 'PAC=X')
attempt('putenv', os.putenv, 'PAC_X', None)
attempt('or', lambda: os.environ | 5)

print(os.fsencode('é€'), os.fsencode(b'raw'), os.fsdecode(b'\xc3\xa9'), ascii(os.fsdecode(b'\xe9')), os.fsencode(os.fsdecode(bytes(range(128, 160)))) == bytes(range(128, 160)))
attempt('fsencode', os.fsencode, 5)
attempt('fsdecode', os.fsdecode, None)
attempt('surrogate', os.fsencode, '\ud800')


class Place:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


class Word(str):
    def __fspath__(self):
        return 'never asked'


print(os.fspath(Place('a/b')), os.fspath(Place(b'a/b')), os.fspath('x'), os.fspath(Word('word')), isinstance(Place(''), os.PathLike), issubclass(str, os.PathLike), isinstance(5, os.PathLike))
attempt('fspath', os.fspath, 5)
attempt('fspath', os.fspath, Place(5))
attempt('fspath', os.fspath, Place(None))
attempt('fspath', os.fspath, Place)
attempt('class', os.PathLike)
print(os.path.join(Place('a'), Place('b')), os.path.exists(Place('nowhere')), os.PathLike[str], os.fsencode(Place('p')), os.fsdecode(Place(b'q')))
attempt('open', open, Place(5.0))
attempt('open', open, Place('nowhere'))
attempt('stat', os.stat, Place('nowhere'))
attempt('listdir', os.listdir, Place(3))
attempt('stat', os.stat, 5.5)
attempt('stat', os.stat, ['x'])
attempt('mkdir', os.mkdir, 5)
attempt('remove', os.remove, None)
attempt('rename', os.rename, 'a', 5)
attempt('nul', os.stat, 'a\0b')
attempt('nul', os.mkdir, b'a\0b')
print(os.path.exists('a\0b'), os.path.isfile('a\0b'), os.path.isdir('\ud800'))
