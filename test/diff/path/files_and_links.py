"""os.path that asks the file system: kinds, times, sizes, links that lead on, in circles and nowhere, realpath strict and not."""
# difftest: no-wasi (links and the working directory differ there)
import os
import os.path as p


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).replace(os.getcwd(), 'CWD'))


here = p.realpath(os.getcwd())
os.makedirs('real/sub')
with open('real/file', 'w') as file:
    file.write('12345')
for target, name in (('real', 'to_folder'), ('real/file', 'to_file'), ('nowhere', 'broken'), ('circle_b', 'circle_a'), ('circle_a', 'circle_b'), ('self', 'self'),
                     ('to_folder', 'twice'), (here + '/real/sub', 'absolute'), ('../file', 'real/sub/up'), ('..', 'real/sub/parent')):
    os.symlink(target, name)
NAMES = ['real', 'real/file', 'to_folder', 'to_file', 'broken', 'circle_a', 'self', 'twice', 'absolute', 'real/sub/up', 'real/sub/parent', 'none', 'real/file/x', 'twice/sub/../file', '', '.', '..', '/', '/dev/null', 'broken/x', 'real/']
for name in NAMES:
    print(repr(name), p.exists(name), p.lexists(name), p.isfile(name), p.isdir(name), p.islink(name), p.ismount(name))
for name in NAMES:
    if name not in ('..', '/', '/dev/null'):
        print(repr(name), p.realpath(name).replace(here, 'HERE'))
for name in NAMES:
    try:
        print(repr(name), p.realpath(name, strict=True).replace(here, 'HERE') if name != '..' else 'up')
    except OSError as error:
        print(repr(name), type(error).__name__, error.errno, error.filename.replace(here, 'HERE'))
print(p.realpath(b'twice').replace(here.encode(), b'HERE'), p.realpath('/..'), p.realpath('//'), p.realpath('twice/../x').replace(here, 'HERE'))
os.utime('real/file', (1000000000, 1234567890.5))
print(p.getsize('real/file'), p.getsize('to_file'), p.getatime('real/file'), p.getmtime('real/file'), p.getctime('real/file') > 1e9)
print(p.samefile('real/file', 'to_file'), p.samefile('real', 'real/sub'), p.sameopenfile(0, 0), p.samestat(os.stat('real'), os.stat('to_folder')), p.samestat(os.stat('real'), os.lstat('to_folder')))
with open('real/file') as one, open('to_file') as two:
    print(p.sameopenfile(one.fileno(), two.fileno()), p.exists(one.fileno()), p.isfile(one.fileno()), p.getsize(one.fileno()), p.samefile(one.fileno(), 'to_file'))
    number = one.fileno()
print(p.exists(number + 50))
for label, call in {'getsize': lambda: p.getsize('none'), 'getmtime': lambda: p.getmtime('broken'), 'circle': lambda: p.getsize('circle_a'), 'samefile': lambda: p.samefile('real', 'none'), 'sameopenfile': lambda: p.sameopenfile(999, 0),
                    'islink': lambda: p.islink(5.0), 'ismount': lambda: p.ismount(None), 'isdir': lambda: p.isdir([]), 'lexists': lambda: p.lexists({}), 'exists nul': lambda: p.exists('\0'), 'lexists nul': lambda: p.lexists('\0'), 'isfile nul': lambda: p.isfile(b'\0'),
                    'islink nul': lambda: p.islink('\0'), 'getsize nul': lambda: p.getsize('\0'), 'realpath nul': lambda: p.realpath('\0'), 'samefile nul': lambda: p.samefile('\0', '.')}.items():
    attempt(label, call)
print(p.relpath('real/sub', 'real'), p.relpath(here), p.relpath(p.join(here, 'x'), start='real'), p.relpath('twice/sub', 'twice'))


def unique(name):
    """The first of name, name-1, name-2 ... that is free."""
    stem, suffix = p.splitext(name)
    candidate, number = name, 0
    while p.lexists(candidate):
        number += 1
        candidate = f'{stem}-{number}{suffix}'
    return candidate


for _ in range(3):
    name = unique('log.txt')
    open(name, 'w').close()
    print(name)
print(unique('broken'), unique('fresh.tar.gz'))
os.chdir('real/sub/parent/sub')
print(p.realpath('.').replace(here, 'HERE'), p.abspath('../x').replace(here, 'HERE'))
