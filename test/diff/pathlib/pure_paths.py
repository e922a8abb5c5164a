# pathlib: pure paths of POSIX and Windows: parts, joins, suffixes, relative_to, match, comparison, errors.
import pathlib
from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W

for text in ('', '.', '/', '//', '///x', 'a/b/c.tar.gz', '/a//b/./c/', '../x', 'a/..', '.hidden', '.hidden.txt', 'name.', 'a b/é.txt', '//server/share'):
    p = P(text)
    print(repr(p), str(p), p.parts, p.root, p.drive, p.anchor, p.name, p.stem, p.suffix, p.suffixes, p.is_absolute(), p.parent, list(p.parents)[:3])
for text in ('c:/a/b', 'c:a', 'C:', '\\\\server\\share\\x', '\\a\\b', 'a\\b.TXT', 'c:\\..', 'NUL', '//?/c:/x', 'a/b:c'):
    p = W(text)
    print(repr(p), str(p), p.parts, p.root, p.drive, p.anchor, p.name, p.suffix, p.is_absolute(), p.is_reserved(), p.as_posix())
print(P('a') / 'b' / '/c' / 'd', 'x' / P('y'), P('a', 'b/c', P('d')), P('a').joinpath('b', 'c'), P('a/b') / '..', W('c:/x') / 'd:y', W('c:/x') / '/y', W('c:/x') / 'c:y')
print(P('a/b.txt').with_name('c'), P('a/b.txt').with_suffix('.md'), P('a/b').with_suffix('.x'), P('a/b.t.g').with_suffix(''), P('a/b.txt').with_stem('z'), P('/x').as_uri(), P('/a b/é').as_uri(), W('c:/a').as_uri())
print(P('/a/b/c').relative_to('/a'), P('a/b').relative_to('a', 'b'), P('/a/b').is_relative_to('/a'), P('/a/b').is_relative_to('b'), W('C:/A/b').relative_to('c:/a'))
for pattern in ('*.py', 'b/*.py', '/a/*/*.py', 'a/*.py', '**/*.py', '*', 'B/*.PY', '[a-c]/?.py', '/a/b/c.py'):
    print(pattern, P('/a/b/c.py').match(pattern), W('/a/b/c.py').match(pattern))
print(P('a') < P('b'), P('a/b') == P('a//b'), P('a') == W('a'), P('A') == P('a'), W('A') == W('a'), hash(W('A')) == hash(W('a')), sorted([P('b'), P('a/z'), P('a')]), P('a') == 'a', {P('x'): 1}[P('./x')])
print(bytes(P('é')), P('a').__fspath__(), PurePath('x').__class__.__name__, P(P('a'), 'b'), P('/a/b').parents[0], len(P('/a/b/c').parents), P('/a/b/c').parents[-1], P('/a/b/c').parents[0:2], P('/a/b').parents)
for call in (lambda: P('a').with_name('b/c'), lambda: P('').with_name('x'), lambda: P('a').with_name(''), lambda: P('a').with_suffix('x'), lambda: P('a').with_suffix('.'), lambda: P('/').with_suffix('.x'), lambda: P('a').as_uri(), lambda: P('a').relative_to('/b'), lambda: P('/a').relative_to('/b', 'c'), lambda: P('a').relative_to(),
             lambda: P('a').match(''), lambda: P(5), lambda: P(b'a'), lambda: P('a') / 5, lambda: P('a') < 'b', lambda: P('a') < W('a'), lambda: P('a').parents[5], lambda: W('a').with_name('c:'), lambda: P('a\0b').name, lambda: P('a').nope, lambda: P('a').with_stem(''), lambda: [] / P('a')):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Mine(P):
    pass


print(repr(Mine('a') / 'b'), repr(Mine('a/b').parent), Mine('a') == P('a'), repr(pathlib.PurePath('a').joinpath(Mine('c'))))
