"""Patterns made of texts that are plain, or nearly: what is wrong with them is told when they are made, not when used."""

import random
import re
import warnings

warnings.simplefilter('error')

PIECES = ['a', 'b', '1', '-', ' ', '#', '\n', '.', '^', '$', '|', '(', '(?:', '(?P<n>', '(?P<m_2>', '(?P=n)', '(?P=m_2)',
          '(?=', '(?!', '(?#c)', '(?#', '(?i)', '(?i:', '(?<=', '(?>', '(?(1)', ')', ')', ')', '*', '+', '?', '{2}', '{,2}',
          '{1,}', '{3,1}', '{', '}', '{}', '{a}', '[', '[^', '[]', ']', ']', '[ab]', '[a-z]', '[z-a]', '[^]-a]', '[a-]', '[[a]',
          '[a&&b]', '[a--b]', r'[\w-]', r'[\d-z]', r'[\x41-\x5a]', r'[\]]', r'[\b]', r'\\', r'\d', r'\W', r'\A', r'\b', r'\Z',
          r'\.', r'\-', r'\q', r'\x4', r'\x41', r'\u0041', r'\U00000041', r'\U00110000', r'\N{DIGIT ONE}', r'\0', r'\07', r'\1',
          r'\2', r'\12', r'\123', r'\8', '\\', 'é', '\u0416', '\U0001f600']
FLAGS = [0, re.I, re.M, re.S, re.X, re.A, re.X | re.I, re.U, re.L, re.A | re.U, 1 << 20]
SUBJECTS = ['', 'a', 'ab', 'aab1-', 'b b', 'A', 'é', '1\n2']


def tell(pattern, flags):
    """What becomes of a pattern, as a line."""
    try:
        compiled = re.compile(pattern, flags)
    except (re.error, ValueError, OverflowError, Warning) as problem:
        return f'{type(problem).__name__}: {problem}'
    found = []
    for subject in SUBJECTS:
        if isinstance(pattern, bytes):
            subject = subject.encode('latin-1')
        match = compiled.search(subject)
        found.append(match and (match.span(), match.groups()))
    return f'{compiled.groups} {dict(compiled.groupindex)} {compiled.flags} {found}'


def generated():
    """Texts and flags; the more often they are valid, the more they tell."""
    source = random.Random(20261123)
    for _ in range(6000):
        yield ''.join(source.choices(PIECES, k=source.randint(1, 6))), source.choice(FLAGS)


def main():
    outcomes = {}
    lines = []
    for pattern, flags in generated():
        line = tell(pattern, flags)
        lines.append(f'{pattern!r} {int(flags)}: {line}')
        if pattern.isascii():
            lines.append(f'bytes: {tell(pattern.encode(), flags)}')
        kind = line.split(':')[0] if 'rror' in line or 'Warning' in line else 'made'
        outcomes[kind] = outcomes.get(kind, 0) + 1
    for line in lines:
        print(line)
    print(sorted(outcomes.items()))


main()
