"""fnmatch in use: rules of a backup by patterns, matching of case, generated names against a matcher of its own, caches, bytes and odd characters."""
import fnmatch
import itertools
import re


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def matches(name, pattern):
    """The same by recursion, without sets."""
    if not pattern:
        return not name
    if pattern[0] == '*':
        return any(matches(name[i:], pattern[1:]) for i in range(len(name) + 1))
    return bool(name) and (pattern[0] == '?' or pattern[0] == name[0]) and matches(name[1:], pattern[1:])


names = [''.join(letters) for n in range(5) for letters in itertools.product('ab', repeat=n)]
patterns = [''.join(letters) for n in range(5) for letters in itertools.product('a*?', repeat=n)]
wrong = [(name, pattern) for name in names for pattern in patterns if fnmatch.fnmatchcase(name, pattern) != matches(name, pattern)]
print(len(names), len(patterns), wrong)
print(sum(len(fnmatch.filter(names, pattern)) for pattern in patterns))


class Selection:
    def __init__(self, *rules):
        self.rules = [(rule[0] == '+', rule[1:]) for rule in rules]

    def keeps(self, path):
        keep = True
        for include, pattern in self.rules:
            if fnmatch.fnmatchcase(path, pattern):
                keep = include
        return keep


selection = Selection('-*.tmp', '-*/cache/*', '+*/cache/keep.*', '-[._]*', '-*.~[0-9]~', '+important.tmp')
for path in ('a.txt', 'a.tmp', 'important.tmp', 'x/cache/b', 'x/cache/keep.txt', '.profile', '_private', 'text.~1~', 'text.~x~', 'x/.y'):
    print(path, selection.keeps(path))
for pattern in ('a', '*', '**', '*?*', 'a**b*', '***a***', '[a]', '[!a]', '[!]', '[^a]', '[a-z0-9_]', '[z-a]', '[--a]', '[a--]', '[a&&b]', '[[a]', '[a|b]', '[]-]', '.', '+', '(a)', '{2}', '$', '\n', 'é', '\\d', '*.[ch]', '[!*?]', '[!!]', '[!^]', '[]', '[!]]', '[a-b-c]', '[b-a-z]'):
    text = fnmatch.translate(pattern)
    print(repr(pattern), text, [c for c in 'ab!^-]&|.\n\\z0*é' if re.match(text, c)])
joined = re.compile('|'.join(fnmatch.translate(p) for p in ('*.py', '*.tx[tu]', 'M*e')))
print([name for name in ('a.py', 'b.txt', 'c.txu', 'd.txv', 'Makefile', 'make') if joined.match(name)])
print(fnmatch.filter(['a', 'A', 'b'], '[aA]'), fnmatch.filter((b'a\xff', b'b'), b'?\xff'), fnmatch.fnmatchcase('a\nb', 'a*b'), fnmatch.fnmatchcase('a\n', 'a'), fnmatch.fnmatchcase('\n', '?'))
attempt('path', fnmatch.fnmatch, __import__('pathlib').PurePosixPath('x/y.py'), '*.py')
attempt('none', fnmatch.fnmatchcase, 'x', None)
attempt('mixed', fnmatch.filter, ['a', b'b'], '*')
attempt('numbers', fnmatch.filter, [1], '*')
attempt('keyword', lambda: fnmatch.fnmatch(name='a', pat='A'))
attempt('keyword', lambda: fnmatch.filter(names=['a'], pat='a'))
long = '*a' * 30
print(fnmatch.fnmatchcase('a' * 60, long), fnmatch.fnmatchcase('a' * 29 + 'b', long))
for number in range(300):
    fnmatch.fnmatchcase('x', f'*{number}')
print(fnmatch.fnmatchcase('x299', '*299'), sorted(fnmatch.__all__))
