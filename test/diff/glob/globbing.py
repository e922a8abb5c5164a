# glob and fnmatch: patterns, hidden files, recursion, root_dir, iglob, escape, translate, filter, errors.
import fnmatch
import glob
import os
import re

for name in ('a.py', 'b.txt', '.hid', 'sub/c.py', 'sub/.x/d.py', 'sub/deep/e.py', '[odd].py', 'A.PY', 'é.txt'):
    os.makedirs(os.path.dirname(os.path.join('t', name)), exist_ok=True)
    open(os.path.join('t', name), 'w').close()
os.chdir('t')
for pattern in ('*', '*.py', '?.*', '[ab].*', '[!a].*', '.*', '*/', '**', 'sub/*', 'sub/**', '**/*.py', '**/', 'no*', '', '[[]odd].py', 'sub/c.py', 'sub/no', './*.txt', '../t/a*', '**/e.py', 'sub/**/e.py', '[a-c].*', '*.[pt]*', 'é*'):
    print(repr(pattern), sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob('*', root_dir='sub')), sorted(glob.glob('**/*.py', recursive=True, include_hidden=True)), sorted(glob.glob('*', include_hidden=True)), sorted(glob.glob(b'*.py')), sorted(glob.iglob('*.txt')))
print(glob.escape('a[b]*?.x'), glob.escape(b'[x]'), glob.has_magic('a*'), glob.has_magic('ab'), glob.glob(glob.escape('[odd].py')), glob.glob(os.path.abspath('a.py')) == [os.path.abspath('a.py')])
names = ['foo.py', 'FOO.PY', 'bar.txt', 'a[b', 'x\ny', '.h', '']
for pattern in ('*', '*.py', 'f??.*', '[fF]*', '[!f]*', 'a[[]b', '[', '[]', '[!]', '[]a]*', '[a-', 'x*y', '', '[z-a]*', '[a-c-e]*', '**', '?', '*[b-]*', '[^f]*', '\\*'):
    try:
        print(repr(pattern), fnmatch.filter(names, pattern), [n for n in names if fnmatch.fnmatchcase(n, pattern)], repr(fnmatch.translate(pattern)))
    except re.error as error:
        print(repr(pattern), error)
print(fnmatch.fnmatch('A', 'a'), fnmatch.fnmatch(b'ab', b'a*'), fnmatch.filter([b'a', b'b'], b'a'))
for call in (lambda: fnmatch.fnmatch('a', b'a'), lambda: fnmatch.filter(['a'], 5), lambda: glob.glob(5), lambda: fnmatch.fnmatch(b'a', 'a'), lambda: glob.glob('*', nope=1), lambda: glob.escape(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
