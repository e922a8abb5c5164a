"""Values to JSON text."""

from _json import encode_basestring, encode_basestring_ascii, make_encoder

__all__ = ['JSONEncoder']

INFINITY = float('inf')
c_make_encoder = make_encoder


class JSONEncoder:
    """Writes values; a subclass may say in default() what other objects become."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')  # CPython: 180

    def _indent_text(self):
        indent = self.indent
        return ' ' * indent if indent is not None and not isinstance(indent, str) else indent

    def encode(self, o):
        """The text of a value."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return ''.join(self.iterencode(o, _one_shot=True))  # CPython: 200

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        if not _one_shot:
            return _Pieces(self).value(o, 0)
        return make_encoder({} if self.check_circular else None, self.default,  # CPython: 258
                            encode_basestring_ascii if self.ensure_ascii else encode_basestring,
                            self._indent_text(), self.key_separator, self.item_separator, self.sort_keys,
                            self.skipkeys, self.allow_nan)(o, 0)


class _Pieces:
    """One walk through a value that yields the text of its parts as they come."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.indent = encoder._indent_text()
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.above = set() if encoder.check_circular else None

    def line(self, level):
        return '' if self.indent is None else '\n' + self.indent * level

    def number(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def simple(self, o):
        """The text of a value without parts, or None."""
        if isinstance(o, str):
            return self.string(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.number(o)
        return None

    def enter(self, o):
        if self.above is not None:
            if id(o) in self.above:
                raise ValueError('Circular reference detected')
            self.above.add(id(o))

    def leave(self, o):
        if self.above is not None:
            self.above.remove(id(o))

    def value(self, o, level):
        text = self.simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.items(o, level)
        elif isinstance(o, dict):
            yield from self.members(o, level)
        else:
            self.enter(o)
            yield from self.value(self.encoder.default(o), level)  # CPython: 439 _iterencode
            self.leave(o)

    def items(self, o, level):
        if not o:
            yield '[]'
            return
        self.enter(o)
        lead = '[' + self.line(level + 1)
        for item in o:
            text = self.simple(item)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self.value(item, level + 1)
            lead = self.encoder.item_separator + self.line(level + 1)
        if self.indent is not None:
            yield self.line(level)
        yield ']'
        self.leave(o)

    def key(self, key):
        """The text of a key without quotes, None to skip it."""
        if isinstance(key, str):
            return key
        text = self.simple(key)
        if text is None and not self.encoder.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
        return text

    def members(self, o, level):
        if not o:
            yield '{}'
            return
        self.enter(o)
        yield '{'
        if self.indent is not None:
            yield self.line(level + 1)
        first = True
        for key, item in sorted(o.items()) if self.encoder.sort_keys else o.items():
            key = self.key(key)
            if key is None:
                continue
            if not first:
                yield self.encoder.item_separator + self.line(level + 1)
            first = False
            yield self.string(key)
            yield self.encoder.key_separator
            yield from self.value(item, level + 1)
        if self.indent is not None:
            yield self.line(level)
        yield '}'
        self.leave(o)
