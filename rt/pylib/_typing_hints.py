"""What the strings in annotations mean: the evaluation behind typing.get_type_hints.

There is no eval() in a compiled program; this reads the expressions that hints are made of.
"""
import builtins
import typing
from types import GenericAlias


def _lookup(name, scopes):
    """A dotted name in the given namespaces, or among the built-in names."""
    head, *rest = name.split('.')
    for scope in scopes:
        if head in scope:
            found = scope[head]
            break
    else:
        if not hasattr(builtins, head):
            raise NameError("name '%s' is not defined" % head)
        found = getattr(builtins, head)
    for part in rest:
        found = getattr(found, part)
    return found


class _HintReader:
    """Evaluates the text of a hint: names, attributes, subscripts, |, literals."""

    def __init__(self, text, scopes):
        self.text = text
        self.scopes = scopes
        self.place = 0

    def read(self):
        result = self.alternative()
        if self.peek():
            raise SyntaxError('Forward reference must be an expression -- got %r' % self.text)
        return typing._type_convert(result)

    def peek(self):
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1
        return self.text[self.place:self.place + 1]

    def alternative(self):
        result = self.primary()
        while self.peek() == '|':
            self.place += 1
            result = typing.Union[result, self.primary()]
        return result

    def primary(self):
        character = self.peek()
        if character in ('"', "'"):
            end = self.text.index(character, self.place + 1)
            inner = self.text[self.place + 1:end]
            self.place = end + 1
            return inner
        if character == '[':
            self.place += 1
            return list(self.items(']'))
        if character == '(':
            self.place += 1
            return tuple(self.items(')'))
        start = self.place
        if self.text.startswith('...', start):
            self.place += 3
            return ...
        while self.place < len(self.text) and (self.text[self.place].isalnum()
                                               or self.text[self.place] in '_.-'):
            self.place += 1
        word = self.text[start:self.place]
        if not word:
            raise SyntaxError('Forward reference must be an expression -- got %r' % self.text)
        if word.lstrip('-').isdigit():
            return int(word)
        result = {'None': None, 'True': True, 'False': False}.get(word, word)
        if result is word:
            result = _lookup(word, self.scopes)
        while self.peek() == '[':
            self.place += 1
            items = self.items(']')
            result = result[items[0] if len(items) == 1 else tuple(items)]
        return result

    def items(self, close):
        found = []
        while self.peek() != close:
            if not self.peek():
                raise SyntaxError('Forward reference must be an expression -- got %r' % self.text)
            found.append(self.alternative())
            if self.peek() == ',':
                self.place += 1
        self.place += 1
        return found


def evaluate(hint, scopes):
    if isinstance(hint, typing.ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return evaluate(_HintReader(hint, scopes).read(), scopes)
    if isinstance(hint, typing._AnnotatedAlias):
        return typing._AnnotatedAlias(evaluate(hint.__origin__, scopes), hint.__metadata__)
    if isinstance(hint, typing._LiteralGenericAlias):
        return hint
    if isinstance(hint, typing._GenericAlias):
        args = tuple([evaluate(arg, scopes) for arg in hint.__args__])
        return hint if args == hint.__args__ else hint.copy_with(args)
    if isinstance(hint, GenericAlias):
        args = tuple([evaluate(arg, scopes) for arg in hint.__args__])
        return hint if args == hint.__args__ else GenericAlias(hint.__origin__, args)
    return hint
