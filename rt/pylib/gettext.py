"""Translation catalogs: the installed Python's own implementation, except that the formulas for plural forms,
which that turns into Python source, are evaluated here."""

import _pygettext
from _pygettext import (Catalog, GNUTranslations, NullTranslations, _default_localedir, _expand_lang, _localedirs,
                        _translations, bindtextdomain, dgettext, dngettext, dnpgettext, dpgettext, find, gettext,
                        install, ngettext, npgettext, pgettext, textdomain, translation)

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find', 'translation', 'install',
           'textdomain', 'dgettext', 'dngettext', 'gettext', 'ngettext', 'pgettext', 'dpgettext', 'npgettext',
           'dnpgettext']

_OPERATORS = (
    {'||': lambda a, b: a or b},
    {'&&': lambda a, b: a and b},
    {'==': lambda a, b: a == b, '!=': lambda a, b: a != b},
    {'<': lambda a, b: a < b, '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b},
    {'+': lambda a, b: a + b, '-': lambda a, b: a - b},
    {'*': lambda a, b: a * b, '/': lambda a, b: a // b, '%': lambda a, b: a % b},
)


class _Formula:
    """A parser of C's expressions over n; each method answers a function of n."""

    def __init__(self, text):
        self.tokens = _pygettext._tokenize(text)
        self.depth = 0
        self.advance()

    def advance(self):
        self.token = next(self.tokens)

    def choice(self):
        test = self.binary(0)
        if self.token != '?':
            return test
        self.advance()
        chosen = self.choice()
        if self.token != ':':
            raise _pygettext._error(self.token)
        self.advance()
        other = self.choice()
        return lambda n: chosen(n) if test(n) else other(n)

    def binary(self, level):
        if level == len(_OPERATORS):
            return self.operand()
        left = self.binary(level + 1)
        while self.token in _OPERATORS[level]:
            operator = _OPERATORS[level][self.token]
            self.advance()
            left = self.combine(operator, left, self.binary(level + 1))
        return left

    @staticmethod
    def combine(operator, left, right):
        return lambda n: operator(left(n), right(n))

    def operand(self):
        token = self.token
        if token == '!':
            self.advance()
            negated = self.operand()
            return lambda n: not negated(n)
        if token == '(':
            return self.group()
        if token == 'n':
            self.advance()
            return lambda n: n
        try:
            value = int(token, 10)
        except ValueError:
            raise _pygettext._error(token) from None
        self.advance()
        return lambda n: value

    def group(self):
        self.depth += 1
        if self.depth > 20:
            raise ValueError('plural form expression is too complex')
        self.advance()
        inner = self.choice()
        if self.token != ')':
            raise ValueError('unbalanced parenthesis in plural form')
        self.depth -= 1
        self.advance()
        return inner


def c2py(plural):
    """The function of n that a formula for plural forms describes."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')  # CPython: 186
    formula = _Formula(plural)
    result = formula.choice()
    if formula.token:
        raise _pygettext._error(formula.token)

    def func(n):
        if not isinstance(n, int):
            n = _pygettext._as_int(n)
        return int(result(n))
    return func


_pygettext.c2py = c2py
