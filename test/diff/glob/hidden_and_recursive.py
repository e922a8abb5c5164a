"""glob, iglob and escape: hidden names, **, root_dir, dir_fd, bytes, odd characters, patterns that cannot match, and a mirror plan."""
# difftest: no-wasi (links and descriptors of folders are not there)
import glob
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for path in ('a/one.txt', 'a/two.TXT', 'a/.hid.txt', 'a/b/three.txt', 'a/b/c/four.md', 'a/.dot/five.txt', 'x[1].log', 'x1.log', 'x*.log', 'q?', 'sp ace/n ame', 'ü/ö.txt'):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    open(path, 'w').close()
os.symlink('b', 'a/link')
os.symlink('none', 'a/dangling')
PATTERNS = ['*', '.*', 'a/*', 'a/.*', 'a/*.txt', 'a/*.[tT]*', 'a/**', '**', '**/', 'a/**/*.txt', '**/*.txt', '**/.*', 'a/**/b', '**/b/**', 'a/*/', 'a/b/', 'a/nothing', 'a/one.txt', 'a/one.txt/', 'nothing/*', 'x[[]1].log', 'x[1].log', 'x?.log',
            'x[*].log', './*.log', 'a//*.txt', '', '/', '//', 'a/dangling', 'a/d*', 'ü/*', '*/n*', '[!ax]*', 'a/./*.txt', 'a/b/../*.txt', '**/**/*.md', 'a**', 'a/**/', '***']
for pattern in PATTERNS:
    print(repr(pattern), [sorted(glob.glob(pattern, recursive=recursive), key=ascii)[:12] if not pattern.startswith(('/', '..')) else len(glob.glob(pattern)) for recursive in (False, True)], len(glob.glob(pattern, recursive=True, include_hidden=True)) if not pattern.startswith(('/', '..')) else '')
print(sorted(glob.glob('*.txt', root_dir='a')), sorted(glob.glob('**/*.txt', root_dir='a', recursive=True)), sorted(glob.glob(b'*.log')), sorted(glob.glob(b'**/*.md', recursive=True)))
folder = os.open('a', os.O_RDONLY)
print(sorted(glob.glob('*.txt', dir_fd=folder)), sorted(glob.glob('b/*', dir_fd=folder)), sorted(glob.glob('c/*', root_dir='b', dir_fd=folder)), sorted(glob.glob('**/*.md', dir_fd=folder, recursive=True)))
os.close(folder)
print(glob.glob('*', root_dir='none'), glob.glob('*', root_dir=b'a') if False else '', [glob.has_magic(p) for p in ('a', 'a*', 'a[', 'a?', b'*')], glob.escape('a*b?c[d]'), glob.escape(b'*'), glob.escape('//x/*'), glob.escape('!'))
for name in ('x[1].log', 'x*.log', 'q?'):
    print(name, glob.glob(glob.escape(name)))
iterator = glob.iglob('a/*.txt')
print(type(iterator).__name__, sorted(iterator), list(iterator))
for label, call in {'int': lambda: glob.glob(5), 'none': lambda: glob.glob(None), 'bytes root': lambda: glob.glob(b'*', root_dir='a'), 'str root': lambda: glob.glob('*', root_dir=b'a'), 'escape': lambda: glob.escape(5), 'positional': lambda: glob.glob('*', True), 'nul': lambda: glob.glob('a\0*'), 'nul name': lambda: glob.glob('a\0')}.items():
    attempt(label, call)


def mirror(source, target, *patterns):
    """Pairs of where files are and where they go, in order."""
    found = {name for pattern in patterns for name in glob.iglob(pattern, root_dir=source, recursive=True) if os.path.isfile(os.path.join(source, name))}
    return [(os.path.join(source, name), os.path.join(target, name.lower())) for name in sorted(found)]


for pair in mirror('a', 'copy', '**/*.txt', '*.TXT', '**/*.md'):
    print(*pair, sep=' -> ')
print(sorted(glob.glob1('a', '*.txt')), sorted(glob.glob0('a', 'b')), glob.magic_check.pattern)
