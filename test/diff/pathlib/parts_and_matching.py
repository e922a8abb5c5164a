"""Paths by parts: suffixes, stems, with_*, relative_to, match, comparisons, parents as a sequence, URIs, Windows paths, errors."""
import pathlib
from pathlib import PurePath, PurePosixPath, PureWindowsPath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for text in ('', '.', '..', 'a', 'a/b.c', 'a.tar.gz', '.a', '.a.b', 'a.', '..a', 'a..b', '/a', '//a/b', '///a', 'a/../b', 'a//b/./c', 'ü/é.x', 'a b/c d.e f'):
    path = PurePosixPath(text)
    print(repr(text), repr(path), path.parts, path.name, path.stem, path.suffix, path.suffixes, path.parent, path.root, path.anchor, path.is_absolute(), path.as_posix(), bytes(path))
for text in ('c:', 'c:/', 'c:a', 'c:\\a\\b.c', '\\a', '\\\\host\\share', '\\\\host\\share\\a', 'a/b', 'NUL', 'c:/a/../b', '//?/c:/x', 'con.txt', 'a.', 'x:y:z'):
    path = PureWindowsPath(text)
    print(repr(text), repr(path), path.parts, path.drive, path.root, path.anchor, path.name, path.parent, path.is_absolute(), path.is_reserved(), path.as_posix())
path = PurePosixPath('/usr/lib/python3.11/site.py')
print(path.with_name('x.txt'), path.with_stem('y'), path.with_suffix('.pyc'), path.with_suffix(''), PurePosixPath('a.tar.gz').with_suffix('.bz2'), path.relative_to('/usr'), path.relative_to('/', 'usr'), path.is_relative_to('/usr/lib'), path.is_relative_to('lib'), path.joinpath('..', 'a', '/b', 'c'), path / 'x' / PurePosixPath('y'), 'start' / PurePosixPath('z'))
parents = path.parents
print(len(parents), parents[0], parents[-1], parents[1:3], list(parents), repr(parents), parents[::2])
attempt('parents', lambda: parents[4])
attempt('parents', lambda: parents[-5])
attempt('parents', lambda: parents['x'])
for target, pattern in (('a/b.py', '*.py'), ('a/b.py', 'b.py'), ('/a/b.py', '/a/*.py'), ('/a/b/c.py', '/a/*.py'), ('a/b/c.py', 'b/*.py'), ('a/b/c.py', '**/*.py'), ('A', 'a'), ('a/b', 'a/b/c'), ('/a', 'a'), ('a', '/a'), ('a.b', '?.?'), ('a[b', 'a[[]b')):
    print(target, pattern, PurePosixPath(target).match(pattern), PureWindowsPath(target).match(pattern))
print(PurePosixPath('a') == PurePosixPath('a/.'), PurePosixPath('a') == PurePosixPath('A'), PureWindowsPath('a/B') == PureWindowsPath('A\\b'), PurePosixPath('a') == PureWindowsPath('a'), PurePosixPath('a') == 'a', hash(PureWindowsPath('A')) == hash(PureWindowsPath('a')))
print(sorted(map(PurePosixPath, ('b', 'a/c', 'a', 'a/b', '/z', 'a.b'))), sorted(map(PureWindowsPath, ('b', 'A/c', 'a', 'c:x'))), PurePosixPath('a') < PurePosixPath('b'), len({PurePosixPath('a'), PurePosixPath('./a'), PurePosixPath('a/')}))
print(PurePosixPath('/a b/ü#?').as_uri(), PureWindowsPath('c:/a b').as_uri(), PureWindowsPath('//host/share/x').as_uri(), type(PurePath('x')).__name__, type(pathlib.Path('x')).__name__, issubclass(pathlib.Path, PurePath))
for label, call in {'as_uri': lambda: PurePosixPath('a').as_uri(), 'relative_to': lambda: path.relative_to('/etc'), 'relative_to mix': lambda: path.relative_to('usr'), 'relative none': lambda: path.relative_to(), 'with_name': lambda: path.with_name('a/b'),
                    'with_name empty': lambda: path.with_name(''), 'with_name root': lambda: PurePosixPath('/').with_name('x'), 'with_suffix': lambda: path.with_suffix('py'), 'with_suffix dot': lambda: path.with_suffix('.'), 'with_suffix sep': lambda: path.with_suffix('.a/b'),
                    'with_suffix none': lambda: PurePosixPath('..').with_suffix('.x') if False else PurePosixPath('/').with_suffix('.x'), 'with_stem': lambda: PurePosixPath('/').with_stem('x'), 'match': lambda: path.match(''), 'order': lambda: PurePosixPath('a') < 'b', 'order kinds': lambda: PurePosixPath('a') < PureWindowsPath('a'),
                    'int': lambda: PurePath(5), 'bytes': lambda: PurePath(b'a'), 'div': lambda: PurePath('a') / 5, 'rdiv': lambda: 5 / PurePath('a'), 'join': lambda: PurePath('a').joinpath(b'b'), 'windows here': lambda: pathlib.WindowsPath('a'), 'attribute': lambda: setattr(path, 'name', 'x'),
                    'pure read': lambda: PurePosixPath('a').read_text(), 'drives': lambda: PureWindowsPath('c:/a').relative_to('d:/a')}.items():
    attempt(label, call)


class Config(type(pathlib.Path())):
    """A subclass of the concrete class: what it makes is of its kind."""

    @property
    def backup(self):
        return self.with_suffix(self.suffix + '.bak')


config = Config('/etc', 'app.conf')
print(repr(config), repr(config.backup), repr(config.parent), type(config / 'x').__name__, repr(Config('a') / 'b'), config.__fspath__(), f'{config}', f'{config!s:>20}')
