"""JSON text to values."""

from _json import make_scanner, scanstring

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')
_CONSTANTS = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}
_BLANKS = ' \t\n\r'


class JSONDecodeError(ValueError):
    """Says what is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip_blanks(text, index):
    end = len(text)
    while index < end and text[index] in _BLANKS:
        index += 1
    return index


class JSONDecoder:
    """Reads values; the hooks say what becomes of objects, numbers and constants."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = make_scanner(self)

    def decode(self, s):
        """The value of a text that holds nothing else."""
        obj, end = self.raw_decode(s, _skip_blanks(s, 0))  # CPython: 337
        end = _skip_blanks(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)  # CPython: 340
        return obj

    def raw_decode(self, s, idx=0):
        """The value at the beginning of a text, and where it ends."""
        try:
            return self.scan_once(s, idx)  # CPython: 353
        except StopIteration as err:
            raise JSONDecodeError('Expecting value', s, err.value) from None  # CPython: 355
