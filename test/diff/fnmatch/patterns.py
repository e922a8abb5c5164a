"""fnmatch, fnmatchcase, filter, translate: every kind of pattern, sets, ranges, bytes, and what is refused."""
import fnmatch
import re


def attempt(label, function, *args):
    try:
        print(label, repr(function(*args)))
    except Exception as error:
        print(label, type(error).__name__, error)


NAMES = ['', 'a', 'b', 'A', 'ab', 'abc', 'a.txt', 'b.TXT', '.hidden', 'a\nb', 'a*b', '[x]', 'x]', '!', '-', 'a-b', 'ä', 'dir/file', '\\', 'a\\b', '^', 'q?']
PATTERNS = ['', '*', '?', '??', '*.txt', 'a*', '*b', '*a*b*', '[ab]', '[!ab]', '[a-c]*', '[!a-c]*', '[]x]', '[!]x]*', '[', '[a', '[]', '[!]', '[-a]', '[a-]', '[!-]', '[z-a]', '[!z-a]', '[a-c-e]', '[[]x]', '*[*]*', '*[?]', '\\', 'a\\b', '[\\]', '[^a]', '[&&]', '[~~a]', '[||]', '**', '***a', 'a**b', '*/*', 'a?b', '?*?', '[ä-ö]', '.*']
for pattern in PATTERNS:
    print(repr(pattern), [name for name in NAMES if fnmatch.fnmatchcase(name, pattern)], fnmatch.filter(NAMES, pattern) == [name for name in NAMES if fnmatch.fnmatch(name, pattern)])
for pattern in PATTERNS:
    text = fnmatch.translate(pattern)
    print(repr(pattern), text, bool(re.compile(text)))
print(fnmatch.filter([b'a.py', b'b.txt', b'.py'], b'*.py'), fnmatch.fnmatch(b'abc', b'a?c'), fnmatch.fnmatchcase('ABC', 'abc'), fnmatch.fnmatch('ABC', 'abc'), fnmatch.filter((n for n in 'xyz'), '[xy]'), fnmatch.filter([], '*'))
for label, call in {'mix': lambda: fnmatch.fnmatch('a', b'*'), 'mix2': lambda: fnmatch.fnmatch(b'a', '*'), 'int': lambda: fnmatch.fnmatch(5, '*'), 'none': lambda: fnmatch.fnmatch('a', None), 
                    'filter none': lambda: fnmatch.filter(None, '*'), 'translate': lambda: fnmatch.translate(5), 'case none': lambda: fnmatch.fnmatchcase(None, '*'), 'unhashable': lambda: fnmatch.fnmatchcase('a', ['*']), 'bytearray': lambda: fnmatch.fnmatchcase(b'a', bytearray(b'*'))}.items():
    attempt(label, call)


class IgnoreRules:
    """Rules as of a version control's ignore file: later ones win, `!` takes back, `/` at the end means folders."""

    def __init__(self, text):
        self.rules = []
        for line in text.splitlines():
            line = line.strip()
            if line and not line.startswith('#'):
                keep = line.startswith('!')
                line = line.lstrip('!')
                self.rules.append((line.rstrip('/'), line.endswith('/'), keep))

    def ignores(self, path, folder=False):
        answer = False
        parts = path.split('/')
        for pattern, only_folders, keep in self.rules:
            for depth, part in enumerate(parts, 1):
                is_folder = folder or depth < len(parts)
                target = '/'.join(parts[:depth]) if '/' in pattern else part
                if fnmatch.fnmatchcase(target, pattern) and (is_folder or not only_folders):
                    answer = not keep
                    break
        return answer


rules = IgnoreRules('# built\n*.o\nbuild/\n!keep.o\n*.py[co]\ndoc/*.html\n\n.*\n!.config')
for path in ('main.c', 'main.o', 'src/x.o', 'src/keep.o', 'build/a.c', 'build', 'x.pyc', 'x.py', 'doc/a.html', 'doc/sub/a.html', 'a.html', '.git/x', '.config'):
    print(path, rules.ignores(path), rules.ignores(path, folder=True))
