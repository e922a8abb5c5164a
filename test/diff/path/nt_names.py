"""ntpath and posixpath as pure functions of text: drives, shares, joins, splits, normal and common paths, variables, on every kind of argument."""
import ntpath
import os
import posixpath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


NAMES = ['', '.', '..', '/', '\\', 'a', 'a/b', 'a\\b', '/a', '\\a', 'c:', 'c:/', 'c:\\', 'c:a', 'c:\\a\\b', '//h/s', '\\\\h\\s', '\\\\h\\s\\x', '//h', '///x', '\\\\?\\c:\\a', '\\\\?\\UNC\\h\\s\\x', '\\\\.\\dev', 'a/', 'a\\', 'a//b', 'a/./b', 'a/../b', '../a', '/..', 'c:..', 'c:\\..\\a', 'a.b', '.a', 'a.', '.a.b', 'a.b/c', 'a.b\\c', '...', 'a. ', 'ü/é', 'a:b:c', 'con', 'x/nul.txt']
for module in (ntpath, posixpath):
    print(module.__name__, module.sep, module.altsep, module.pathsep, module.extsep, module.curdir, module.pardir, module.defpath, module.devnull, module.supports_unicode_filenames)
    for name in NAMES:
        print(repr(name), module.split(name), module.splitdrive(name), module.splitext(name), module.basename(name), module.dirname(name), module.isabs(name), repr(module.normpath(name)), repr(module.normcase(name)))
    for parts in (('a', 'b'), ('a', ''), ('', 'a'), ('a', '/b'), ('a', 'c:b'), ('c:', 'b'), ('c:a', 'c:b'), ('c:a', 'd:b'), ('c:a', 'C:b'), ('c:/a', '/b'), ('//h/s', 'x'), ('//h/s', '/x'), ('a/', 'b'), ('a\\', 'b'), ('a', '..', 'b'), ('a', './b', '', 'c'), ('c:\\', 'x', 'c:'), ('a',), ('', '', ''), ('a', '//h/s', 'b')):
        print(parts, repr(module.join(*parts)), module.join(*(part.encode() for part in parts)))
    for paths in (['a/b', 'a/c'], ['a/b', 'a/b'], ['a', 'b'], ['/a/b/c', '/a/b/d/e', '/a/b'], ['ab', 'abc'], ['a/b', 'A/c'], ['c:\\a\\b', 'C:/a/c'], ['a'], ['a/./b', 'a/b/']):
        attempt(paths, module.commonpath, paths)
        attempt('  prefix', module.commonprefix, paths)
    for paths in ([], ['/a', 'b'], ['c:\\a', 'd:\\a'], ['c:a', 'c:\\b'], ['a', b'b'], [5], None):
        attempt(paths, module.commonpath, paths)
    for path, start in (('/a/b', '/a'), ('/a', '/a/b'), ('/a', '/a'), ('/a/b/c', '/d'), ('/a', '/')):
        print((path, start), module.relpath(path, start))
    attempt('relative', module.relpath, '')
    attempt('kinds', module.join, 'a', b'b')
    attempt('kinds', module.join, 'a', 5)
    attempt('kinds', module.split, 5)
    attempt('kinds', module.normpath, None)
    attempt('kinds', module.splitext, 5)
    attempt('kinds', module.relpath, '/a', b'/b')
    print(module.split(b'a/b'), module.splitext(bytearray(b'a.b')) if False else module.splitext(b'a.b'), module.normpath(b'a/../b'), module.isabs(b'/'), module.commonpath([b'/a/b', b'/a/c']))
attempt('drives', ntpath.relpath, 'c:\\a', 'd:\\b')
print(ntpath.relpath('C:\\A\\b', 'c:\\a'), ntpath.relpath('\\\\h\\s\\a', '\\\\H\\S\\b'))
os.environ.clear()
os.environ.update(HOME='/home/me', USERPROFILE='C:\\Users\\me', VAR='value', EMPTY='')
for text in ('$VAR/x', '${VAR}x', '%VAR%', '%VAR', '$NONE', '${NONE}', '$$VAR', '%%VAR%%', "'$VAR'", '${', '${VAR', '$', '%', '$EMPTY|', '$VAR$VAR', '$VAR-x', '$VARx', 'ä$VAR', '%NONE%x', '$1', '^%VAR%'):
    print(text, posixpath.expandvars(text), ntpath.expandvars(text), posixpath.expandvars(text.encode()))
for text in ('~', '~/x', '~\\x', 'a~', '~nobody-here/x', '', '~/'):
    print(text, posixpath.expanduser(text), ntpath.expanduser(text))
print(ntpath.expanduser('~other\\x'), posixpath.expanduser(b'~/b'))
del os.environ['USERPROFILE']
os.environ.update(HOMEPATH='\\users\\x', HOMEDRIVE='d:')
print(ntpath.expanduser('~/y'), posixpath.sameopenfile.__name__, posixpath.samestat(os.stat('/'), os.stat('/')), posixpath.lexists('/none'), posixpath.ismount('/'), posixpath.exists(999), posixpath.isfile('\0'), posixpath.isdir('/'))
