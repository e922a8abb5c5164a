# os.path: every function over odd paths, bytes and path-like objects, environment variables, errors.
# difftest: no-wasi (the root and the working directory differ there)
import os
import os.path as p

os.environ['HOME'] = '/home/me'
os.environ['VAR'] = 'value'
paths = ('', '/', '//', '///', 'a', 'a/', '/a', '//a/b', 'a//b/../c/./d', '../..', './a', 'a/b.tar.gz', '.hid', '.hid.txt', 'a.b/c', '..', 'a.', '...x', 'é/ü', 'a/b/', '/..', '~/x', '~nobody-here/x', '$VAR/${VAR}x$NO', 'a\nb', '/a/../../b', './/')
for path in paths:
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path), p.splitdrive(path), p.expanduser(path) if '~nobody' not in path else '', p.expandvars(path), p.normcase(path))
    raw = os.fsencode(path)
    print(p.split(raw), p.splitext(raw), p.normpath(raw), p.isabs(raw), p.expandvars(raw))
for parts in (('a', 'b'), ('a/', 'b'), ('a', '/b'), ('a', ''), ('', 'b'), ('a', 'b', '/c', 'd'), (b'a', b'b'), ('a',), ('/', '/'), ('a', '', '', 'b')):
    print(parts, p.join(*parts))
for names in (['/a/b', '/a/c'], ['abc', 'abd'], ['a'], [], ['/usr/lib', '/usr/local/x'], [b'ab', b'ac'], ['', 'a'], [['a', 'b'], ['a', 'c']]):
    print(names, p.commonprefix(names))
for names in (['/a/b', '/a/c'], ['/a/b/', '/a/b/c'], ['a/b', 'a/c'], ['/', '/a'], ['a'], ['./a', 'a/b'], [b'/a', b'/b']):
    print(names, p.commonpath(names))
for path, start in (('/a/b', '/a'), ('/a', '/a/b/c'), ('a', '.'), ('/a', '/a'), ('../x', 'y'), ('a/b/../c', 'a'), (b'/x/y', b'/x')):
    print(path, start, p.relpath(path, start))


class Like:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(p.join(Like('a'), 'b'), p.split(Like('a/b')), p.exists(Like('/')), os.fspath(Like(b'x')), os.fsencode(Like('é')), os.fsdecode(b'\xff') == '\udcff', p.basename(Like('q/r')), p.splitext(Like('a.b')))
for call in (lambda: p.join(), lambda: p.join('a', b'b'), lambda: p.join(5, 'a'), lambda: p.split(5), lambda: p.commonpath([]), lambda: p.commonpath(['/a', 'b']), lambda: p.relpath(''), lambda: p.splitext(None), lambda: os.fspath(5), lambda: os.fspath(Like(5)), lambda: os.fsencode(5), lambda: p.getsize('no-such'), lambda: p.samefile('no-such', '/'), lambda: p.exists('a\0b'), lambda: p.normpath(5), lambda: p.expandvars(5), lambda: p.commonprefix([1, 2]), lambda: p.isabs(None), lambda: p.abspath(b'/x/../y'), lambda: p.realpath('/no/../such')):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
os.makedirs('d/e')
open('d/f', 'w').write('12345')
print(p.exists('d'), p.isdir('d'), p.isfile('d'), p.isfile('d/f'), p.getsize('d/f'), p.lexists('d/no'), p.islink('d'), p.ismount('/'), p.samefile('d', 'd/e/..'), p.getmtime('d/f') > 0, p.sameopenfile.__name__, p.samestat(os.stat('d'), os.stat('d/.')), p.abspath('d') == p.join(os.getcwd(), 'd'), p.isdir('d/f/x'), p.exists(-1), p.curdir, p.pardir, p.sep, p.altsep, p.extsep, p.pathsep, p.defpath, p.devnull, p.supports_unicode_filenames)
print(sorted(os.listdir('d')), [(top, sorted(dirs), sorted(files)) for top, dirs, files in os.walk('d')], [e.name for e in sorted(os.scandir('d'), key=lambda e: e.name)], os.path is p)
