"""glob: root_dir and dir_fd, recursion with links and hidden names, bytes, escape, iglob's laziness, brackets, odd names, glob0 and glob1, errors."""
# difftest: no-wasi (links and descriptors of folders)
import glob
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def touch(*names):
    for name in names:
        os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
        open(name, 'w').close()


touch('top.py', 'top.txt', 'a/one.py', 'a/two.py', 'a/deep/three.py', 'a/deep/er/four.py', 'b/one.py', 'b/.hidden.py', '.dot/x.py', '.dotfile', 'odd/[x].txt', 'odd/star*.txt', 'odd/q?.txt', 'odd/back\\slash', 'odd/new\nline', 'odd/ümlaut.txt', 'odd/-dash')
os.symlink('a', 'link')
os.symlink('missing', 'broken')
os.symlink('../b', 'a/up')
os.mkdir('empty')


def show(pattern, **kwargs):
    print(repr(pattern), kwargs if 'dir_fd' not in kwargs else '', sorted(glob.glob(pattern, **kwargs)))


for pattern in ('*', '*.py', '*/*.py', '?', '[ab]/*', '[!a-z]*', '.*', '*/', 'a/', 'a/*/', 'none*', 'broken', 'broken/', 'link/*.py', 'a/one.py', 'a/./one.py', './*.txt', 'b/../b/*', 'empty/*', 'empty', '', '.', '..', 'a//one.py', 'a/**', '**', 'odd/[[]x[]].txt', 'odd/[*]', 'odd/*[?]*', 'odd/*[*]*', 'odd/ü*', 'odd/-*', 'odd/*\n*', '[', 'a/[', '[]', '{a,b}'):
    show(pattern)
for pattern in ('**', '**/', '**/*.py', 'a/**', 'a/**/', 'a/**/four.py', '**/deep/**', 'b/**', '**/**/*.txt', 'a**', '**py', 'missing/**', 'a/one.py/**', '**/one.py'):
    names = sorted(glob.glob(pattern, recursive=True))
    print(repr(pattern), len(names), [name for name in names if 'up' not in name][:12])
for pattern in ('*', '*/*', '.*', '**/.h*', '**/x.py'):
    print(repr(pattern), [name for name in sorted(glob.glob(pattern, include_hidden=True, recursive=True)) if 'up' not in name])
for root in ('a', 'a/', './a', os.path.abspath('a'), 'missing', 'top.py', None, ''):
    print(repr(root)[:4], sorted(glob.glob('*.py', root_dir=root)), sorted(glob.glob('**/*.py', root_dir=root, recursive=True))[:3], glob.glob('deep', root_dir=root))
fd = os.open('a', os.O_RDONLY)
show('*.py', dir_fd=fd)
print(sorted(glob.glob('deep/*', dir_fd=fd)), sorted(glob.glob('*', root_dir='deep', dir_fd=fd)), glob.glob(os.path.abspath('top.*'), dir_fd=fd)[0].endswith('top.py') or True)
os.close(fd)
print(sorted(glob.glob(b'*.py')), sorted(glob.glob(b'odd/*\xc3*')), sorted(glob.glob(b'*', root_dir=b'a')), sorted(glob.glob(os.fsencode('**/t*.py'), recursive=True))[:2])
print(sorted(os.path.relpath(name) for name in glob.glob(os.path.join(os.getcwd(), '*.txt'))))
lazy = glob.iglob('*.py')
print(type(lazy), next(lazy), next(lazy, 'end'))
lazy = glob.iglob('late*')
touch('late.py')
print(list(lazy))
for text in ('a', '*', '?', '[', ']', '[!x]', '**/*.py', '', b'a*b?', '//x/*', 'é*'):
    print(repr(text), glob.escape(text), glob.has_magic(text))
for name in ('odd/[x].txt', 'odd/star*.txt', 'odd/q?.txt', 'odd/back\\slash'):
    print(glob.glob(glob.escape(name)))
print(sorted(glob.glob1('a', '*.py')), glob.glob0('a', 'one.py'), glob.glob0('a', ''), glob.glob0('a', 'none'), glob.glob1('missing', '*'))
attempt('number', glob.glob, 5)
attempt('mixed', glob.glob, '*', root_dir=b'a')
attempt('mixed', glob.glob, b'*', root_dir='a')
attempt('null', glob.glob, 'a\0*')
attempt('null', glob.glob, 'a\0')
attempt('positional', glob.glob, '*', 'a')
attempt('escape', glob.escape, 5)
attempt('path', lambda: glob.glob(__import__('pathlib').Path('*.py')))
