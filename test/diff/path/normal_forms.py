"""os.path by text alone: join, split, normpath, relpath, commonpath, commonprefix, expanduser, expandvars and their errors."""
import ntpath
import os
import os.path


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


PATHS = ['', '/', '//', '///', '.', '..', 'a', 'a/', '/a', '/a/', '//a', '///a', 'a/b', 'a//b', './a', 'a/.', 'a/..', 'a/../b', '../a', '/..', '/../a', 'a/../..', 'a/./b/../c/', 'a.b', '.a', 'a.b.c', '..a', '...', 'a/.b', 'a.b/c', 'a.b/.c', 'a/b.', '.a.b', 'é/ü.ö']
for path in PATHS:
    print(repr(path), os.path.split(path), os.path.splitext(path), os.path.splitdrive(path), repr(os.path.basename(path)), repr(os.path.dirname(path)), os.path.normpath(path), os.path.isabs(path), os.path.normcase(path))
for parts in (('a',), ('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('a', '', ''), ('/', 'a'), ('a', 'b', '/c', 'd'), ('a', '../b'), (b'a', b'b'), ('/a//', '//b')):
    print(parts, os.path.join(*parts))
for path, start in (('a', 'a'), ('a/b', 'a'), ('a', 'a/b'), ('/a/b', '/a/c'), ('/', '/'), ('/a', '/'), ('../a', '.'), ('a/b/c', 'a/x/y'), (b'/a/b', b'/a')):
    print(path, start, os.path.relpath(path, start))
for paths in (['/usr/lib', '/usr/local/lib'], ['a/b', 'a/c'], ['a', 'b'], ['/a'], ['a/b/', 'a/b'], ['/a', '/ab'], [b'/x/y', b'/x/z'], ['a/./b', 'a/b'], ['//a/b', '/a/b']):
    print(paths, repr(os.path.commonpath(paths)), repr(os.path.commonprefix(paths)))
print(os.path.commonprefix([]), os.path.commonprefix([[1, 2, 3], [1, 2, 4]]), os.path.commonprefix(['abc', '']))
os.environ['PAC'] = 'value'
os.environ['HOME'] = '/home/pac'
for text in ('$PAC', '${PAC}', '$PAC/x', '${PAC}x', '$PACx', '$$PAC', '$', '${', '${PAC', '$NOPAC', 'x$PAC-$PAC', '~', '~/x', '~nobody-at-all/x', 'a~', '$é', '${é}', '$PAC$'):
    print(text, os.path.expandvars(text), os.path.expanduser(text))
print(os.path.expandvars(b'$PAC/x'), os.path.expanduser(b'~/x'), os.path.abspath('/a/../b//c'), os.path.abspath('x') == os.path.join(os.getcwd(), 'x'))
print(os.path.sep, os.path.altsep, os.path.extsep, os.path.curdir, os.path.pardir, os.path.pathsep, os.path.defpath, os.path.devnull, os.path.supports_unicode_filenames)
for label, call in {
        'commonpath none': lambda: os.path.commonpath([]), 'commonpath mix': lambda: os.path.commonpath(['/a', 'b']), 'commonpath types': lambda: os.path.commonpath(['a', b'b']),
        'relpath': lambda: os.path.relpath(''), 'relpath types': lambda: os.path.relpath('a', b'b'), 'join types': lambda: os.path.join('a', b'b'), 'join int': lambda: os.path.join('a', 5),
        'join none': lambda: os.path.join(None, 'a'), 'join bytes': lambda: os.path.join(b'a', 'b'), 'join list': lambda: os.path.join(['a'], 'b'), 'join nothing': lambda: os.path.join(), 'split': lambda: os.path.split(5), 'splitext': lambda: os.path.splitext(None), 'basename': lambda: os.path.basename(3),
        'dirname': lambda: os.path.dirname([]), 'normpath': lambda: os.path.normpath(5), 'isabs': lambda: os.path.isabs(None), 'abspath': lambda: os.path.abspath(5), 'expanduser': lambda: os.path.expanduser(5),
        'expandvars': lambda: os.path.expandvars(5), 'normcase': lambda: os.path.normcase(5), 'realpath': lambda: os.path.realpath(5), 'commonprefix': lambda: os.path.commonprefix([5, 6]), 'exists': lambda: os.path.exists(5.5),
        'getsize': lambda: os.path.getsize('nowhere'), 'samefile': lambda: os.path.samefile('nowhere', '.')}.items():
    attempt(label, call)

for path in ('C:\\a\\b', 'C:a', '\\\\host\\share\\x', 'a/b\\c', 'C:', '\\a', '', 'C:/a/../b', '\\\\?\\C:\\x', 'con.txt'):
    print(repr(path), ntpath.splitdrive(path), ntpath.split(path), ntpath.isabs(path), ntpath.normpath(path), ntpath.normcase(path), ntpath.splitext(path))
print(ntpath.join('C:\\a', 'b'), ntpath.join('C:\\a', 'D:b'), ntpath.join('C:\\a', '\\b'), ntpath.join('C:a', 'c:b'), ntpath.commonpath(['C:\\a\\b', 'c:\\A\\c']), ntpath.relpath('C:\\a\\b', 'C:\\a\\c'))
attempt('nt commonpath', ntpath.commonpath, ['C:\\a', 'D:\\a'])
attempt('nt relpath', ntpath.relpath, 'C:\\a', 'D:\\a')

# normpath of every mixture of a few parts; wide, long and undecodable texts, bytes, subclasses.
import itertools
import posix

total = []
for count in range(6):
    for parts in itertools.product(('', '.', '..', 'a', '.b'), repeat=count):
        total.append(os.path.normpath('/'.join(parts)))
print(len(total), ' '.join(total[:200]), len('|'.join(total)), len(set(total)))
print(sorted(set(total))[:80])


class Path(str):
    pass


class Way:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


for path in ('€/../ü/./é', '😀//x/..', 'ÿ/./é/../..', '\udc80/../x', 'a\0b/../c', 'x/' * 300 + '..', '../' * 200 + 'y', '/€' * 300 + '/..',
             b'a//b/../c', b'', b'//x', b'\xff/./\xfe/..', b'\xe2\x82\xac/..', Path('a/../b'), Way('/x//y'), Way(b'x/..')):
    result = os.path.normpath(path)
    print(ascii(result)[:60], len(result), type(result).__name__)
for path in (b'a', 5, None):
    attempt('_path_normpath', posix._path_normpath, path)
attempt('normpath', os.path.normpath, Way(5))
attempt('normpath', os.path.normpath, None)
