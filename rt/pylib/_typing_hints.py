"""What the strings in annotations mean: the evaluation behind typing.get_type_hints.

There is no eval() in a compiled program; this reads the expressions that hints are made of: all but lambdas,
comprehensions, comparisons, `and`, `or`, `not`, conditions and f-strings.
"""
import builtins
import operator
from types import GenericAlias, UnionType


def _lookup(name, scopes):
    """The name in the given namespaces, or among the built-in names."""
    for scope in scopes:
        if name in scope:
            return scope[name]
    if not hasattr(builtins, name):
        raise NameError("name '%s' is not defined" % name)
    return getattr(builtins, name)


_WORD = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_'
_CONSTANTS = {'None': None, 'True': True, 'False': False}
_ESCAPES = {'\n': '', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}
_LEVELS = ((('|', operator.or_),), (('^', operator.xor),), (('&', operator.and_),),
           (('<<', operator.lshift), ('>>', operator.rshift)), (('+', operator.add), ('-', operator.sub)),
           (('*', operator.mul), ('//', operator.floordiv), ('/', operator.truediv), ('%', operator.mod)))


class _HintReader:
    """Evaluates the text of a hint: names, attributes, subscripts, calls, displays, arithmetic, literals."""

    def __init__(self, text, scopes):
        self.text = text
        self.scopes = scopes
        self.place = 0

    def read(self):
        result = self.binary(0)
        if self.peek():
            raise self.error()
        return result

    def error(self):
        return SyntaxError('Forward reference must be an expression -- got %r' % self.text)

    def peek(self):
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1
        return self.text[self.place:self.place + 1]

    def take(self, mark):
        """Goes behind `mark` if the text goes on with it."""
        self.peek()
        found = self.text.startswith(mark, self.place)
        if found:
            self.place += len(mark)
        return found

    def binary(self, level):
        """Operators from `level` of _LEVELS on, which bind ever more tightly."""
        if level == len(_LEVELS):
            return self.unary()
        result = self.binary(level + 1)
        while True:
            for mark, apply in _LEVELS[level]:
                if not (mark == '*' and self.text.startswith('**', self.place)) and self.take(mark):
                    result = apply(result, self.binary(level + 1))
                    break
            else:
                return result

    def unary(self):
        for mark, apply in (('-', operator.neg), ('+', operator.pos), ('~', operator.invert)):
            if self.take(mark):
                return apply(self.unary())
        result = self.trailers(self.atom())
        return operator.pow(result, self.unary()) if self.take('**') else result

    def trailers(self, result):
        while True:
            if self.take('.'):
                result = getattr(result, self.word())
            elif self.take('('):
                args, kwargs = self.arguments()
                result = result(*args, **kwargs)
            elif self.take('['):
                items, comma = self.items(']', self.subscript)
                result = result[tuple(items) if comma else items[0]]
            else:
                return result

    def atom(self):
        character = self.peek()
        if self.take('...'):
            return ...
        if self.take('['):
            return self.items(']')[0]
        if self.take('('):
            items, comma = self.items(')')
            return items[0] if items and not comma else tuple(items)
        if self.take('{'):
            return self.braces()
        if character in '"\'' and character:
            return self.strings()
        if character.isdigit() or character == '.':
            return self.number()
        word = self.word()
        if self.text[self.place:self.place + 1] in ('"', "'") and word.lower() in ('r', 'b', 'br', 'rb', 'u'):
            self.place -= len(word)
            return self.strings()
        return _CONSTANTS[word] if word in _CONSTANTS else _lookup(word, self.scopes)

    def word(self):
        self.peek()
        start = self.place
        while self.place < len(self.text) and (self.text[self.place].isalnum() or self.text[self.place] == '_'):
            self.place += 1
        if start == self.place:
            raise self.error()
        return self.text[start:self.place]

    def number(self):
        start = self.place
        while self.place < len(self.text) and (
                self.text[self.place] in '.' + _WORD
                or (self.text[self.place] in '+-' and self.text[self.place - 1] in 'eE'
                    and self.text[start:start + 2].lower() != '0x')):
            self.place += 1
        word = self.text[start:self.place]
        try:
            return int(word, 0)
        except ValueError:
            return complex(word) if word[-1] in 'jJ' else float(word)

    def strings(self):
        result = self.string()
        while self.peek() and (self.peek() in '"\'' or self.text[self.place:self.place + 2].lower() in (
                'r"', "r'", 'b"', "b'", 'u"', "u'")):
            result += self.string()
        return result

    def string(self):
        start = self.place
        while self.text[self.place] not in '"\'':
            self.place += 1
        prefix = self.text[start:self.place].lower()
        quote = self.text[self.place]
        if self.text.startswith(quote * 3, self.place):
            quote *= 3
        self.place += len(quote)
        parts = []
        while not self.text.startswith(quote, self.place):
            if self.place >= len(self.text):
                raise self.error()
            parts.append(self.character('r' in prefix))
        self.place += len(quote)
        text = ''.join(parts)
        return text.encode('latin-1') if 'b' in prefix else text

    def character(self, raw):
        """One character of a string, or what a backslash stands for."""
        character = self.text[self.place]
        self.place += 1
        if character != '\\':
            return character
        following = self.text[self.place:self.place + 1]
        self.place += 1
        if raw:
            return character + following
        if following in 'xuU' and following:
            digits = {'x': 2, 'u': 4, 'U': 8}[following]
            self.place += digits
            return chr(int(self.text[self.place - digits:self.place], 16))
        if following in '01234567' and following:
            self.place -= 1
            start = self.place
            while self.place < start + 3 and self.text[self.place] in '01234567':
                self.place += 1
            return chr(int(self.text[start:self.place], 8))
        if following in _ESCAPES:
            return _ESCAPES[following]
        return following if following in '\\\'"' else character + following

    def subscript(self):
        """What stands between brackets: an expression, *expression or a slice."""
        if self.take('*'):
            return next(iter(self.binary(0)))
        bounds = [None if self.peek() == ':' else self.binary(0)]
        while self.take(':'):
            bounds.append(None if self.peek() in (':', ']', ',') else self.binary(0))
        return bounds[0] if len(bounds) == 1 else slice(*bounds)

    def items(self, close, read=None):
        """The items before `close`, and whether there was a comma."""
        found, comma = [], False
        while not self.take(close):
            found.append(self.binary(0) if read is None else read())
            if self.take(','):
                comma = True
            elif self.peek() != close:
                raise self.error()
        return found, comma

    def braces(self):
        """The items of a dictionary or a set."""
        pairs, items = {}, []
        while not self.take('}'):
            item = self.binary(0)
            if self.take(':'):
                pairs[item] = self.binary(0)
            else:
                items.append(item)
            if not self.take(',') and self.peek() != '}':
                raise self.error()
        return set(items) if items else pairs

    def arguments(self):
        args, kwargs = [], {}
        while not self.take(')'):
            if self.take('**'):
                kwargs.update(self.binary(0))
            elif self.take('*'):
                args.extend(self.binary(0))
            else:
                start = self.place
                name = self.word() if self.peek().isalpha() or self.peek() == '_' else ''
                if name and self.peek() == '=' and not self.text.startswith('==', self.place):
                    self.place += 1
                    kwargs[name] = self.binary(0)
                else:
                    self.place = start
                    args.append(self.binary(0))
            if not self.take(',') and self.peek() != ')':
                raise self.error()
        return args, kwargs


def evaluate_text(text, scopes):
    """What the expression `text` means in these namespaces, the innermost first."""
    return _HintReader(text, scopes).read()


def evaluate(hint, scopes, known=frozenset()):
    """The hint with the texts in it evaluated; those in `known`, which are being evaluated, stay."""
    import typing
    text = hint.__forward_arg__ if isinstance(hint, typing.ForwardRef) else hint
    if isinstance(text, str):
        if text in known:
            return typing.ForwardRef(text)
        return evaluate(typing._type_convert(evaluate_text(text, scopes)), scopes, known | {text})
    if isinstance(hint, typing._AnnotatedAlias):
        return typing._AnnotatedAlias(evaluate(hint.__origin__, scopes, known), hint.__metadata__)
    if isinstance(hint, typing._LiteralGenericAlias):
        return hint
    if isinstance(hint, (typing._GenericAlias, GenericAlias, UnionType)):
        args = tuple([evaluate(arg, scopes, known) for arg in hint.__args__])
        if args == hint.__args__:
            return hint
        return hint.copy_with(args) if isinstance(hint, typing._GenericAlias) else typing._with_arguments(hint, args)
    return hint
