"""Support for regular expressions (RE).

Patterns are parsed by the installed Python's re._parser and made into opcodes by its re._compiler. Both are imported
when a pattern is first used, or when its text is one that _sre.plain cannot vouch for: an error, a warning, a rare form.
"""

import copyreg
import enum
import functools

import _sre

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split",
    "findall", "finditer", "compile", "purge", "template", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag",
]

__version__ = "2.2.1"


@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    """The flags of patterns: the bits that re._constants names SRE_FLAG_..."""
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class error(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = '%s at position %d' % (msg, pos)
            if newline in pattern:
                msg = '%s (line %d, column %d)' % (msg, self.lineno, self.colno)
        super().__init__(msg)


Pattern = _sre.Pattern
Match = _sre.Match


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    compiled = _compile(pattern, flags)  # CPython: 166+24
    return compiled.match(string)  # CPython: 166


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    compiled = _compile(pattern, flags)  # CPython: 171+24
    return compiled.fullmatch(string)  # CPython: 171


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    compiled = _compile(pattern, flags)  # CPython: 176+24
    return compiled.search(string)  # CPython: 176


def sub(pattern, repl, string, count=0, flags=0):
    """The string with the leftmost matches replaced by `repl`: a text whose escapes are processed, or a function
    that is given the Match and answers the text."""
    compiled = _compile(pattern, flags)  # CPython: 185+24
    return compiled.sub(repl, string, count)  # CPython: 185


def subn(pattern, repl, string, count=0, flags=0):
    """What sub() answers, and the number of replacements."""
    compiled = _compile(pattern, flags)  # CPython: 196+24
    return compiled.subn(repl, string, count)  # CPython: 196


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between the matches, with the texts of all groups among them."""
    compiled = _compile(pattern, flags)  # CPython: 206+24
    return compiled.split(string, maxsplit)  # CPython: 206


def findall(pattern, string, flags=0):
    """All matches that do not overlap: their texts, that of the group, or tuples of the groups."""
    compiled = _compile(pattern, flags)  # CPython: 216+24
    return compiled.findall(string)  # CPython: 216


def finditer(pattern, string, flags=0):
    """An iterator over the Match objects of all matches that do not overlap."""
    compiled = _compile(pattern, flags)  # CPython: 223+24
    return compiled.finditer(string)  # CPython: 223


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)  # CPython: 227


def purge():
    "Clear the regular expression caches"
    _cache.clear()
    _compile_repl.cache_clear()


def template(pattern, flags=0):
    "Compile a template pattern, returning a Pattern object, deprecated"
    import warnings
    warnings.warn("The re.template() function is deprecated "  # CPython: 237
                  "as it is an undocumented function "
                  "without an obvious purpose. "
                  "Use re.compile() instead.",
                  DeprecationWarning)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it warned already
        return _compile(pattern, flags | T)  # CPython: 244


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """
    Escape special characters in a string.
    """
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    pattern = str(pattern, 'latin1')  # CPython: 260
    return pattern.translate(_special_chars_map).encode('latin1')


_cache = {}  # in the order of making
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    try:
        return _cache[type(pattern), pattern, flags]  # CPython: 277
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError(  # CPython: 282
                "cannot process flags argument with a compiled pattern")
        return pattern
    p = _sre.plain(pattern, flags, _opcodes)
    if p is None:
        import re._compiler as _compiler
        if not _compiler.isstring(pattern):
            raise TypeError("first argument must be string or compiled pattern")  # CPython: 286
        if flags & T:  # CPython: 287
            import warnings
            warnings.warn("The re.TEMPLATE/re.T flag is deprecated "  # CPython: 289
                          "as it is an undocumented flag "
                          "without an obvious purpose. "
                          "Don't use it.",
                          DeprecationWarning)
        p = _compiler.compile(pattern, flags)  # CPython: 294
    if not (flags & DEBUG):
        if len(_cache) >= _MAXCACHE:
            try:
                del _cache[next(iter(_cache))]
            except (StopIteration, RuntimeError, KeyError):
                pass
        _cache[type(pattern), pattern, flags] = p
    return p


def _opcodes(pattern, flags):
    """The opcodes of a pattern that _sre.plain let pass, which are made when it is first used."""
    import re._compiler as _compiler
    return _compiler.opcodes(_compiler._parser.parse(pattern, flags), flags)


@functools.lru_cache(_MAXCACHE)
def _compile_repl(repl, pattern):
    import re._parser as _parser
    return _parser.parse_template(repl, pattern)  # CPython: 308


def _expand(pattern, match, template):
    import re._parser as _parser
    template = _parser.parse_template(template, pattern)  # CPython: 312
    return _parser.expand_template(template, match)  # CPython: 313


def _pickle(p):
    return _compile, (p.pattern, p.flags)


copyreg.pickle(Pattern, _pickle, _compile)


def __getattr__(name):
    """The modules that CPython's imports at once."""
    if name == '_casefix':
        import re._casefix
    elif name == '_compiler':
        import re._compiler
    elif name == '_constants':
        import re._constants
    elif name == '_parser':
        import re._parser
    else:
        raise AttributeError(f"module 're' has no attribute {name!r}")  # CPython: -
    return vars(re)[name]


class Scanner:
    """Takes a text apart into lexemes, by a list of (pattern, action)."""

    def __init__(self, lexicon, flags=0):
        import re._compiler as _compiler
        import re._parser as _parser
        from ._constants import BRANCH, SUBPATTERN
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        state = _parser.State()
        state.flags = flags
        phrases = []
        for phrase, action in lexicon:
            group = state.opengroup()
            parsed = _parser.parse(phrase, flags)  # CPython: 350
            phrases.append(_parser.SubPattern(state, [(SUBPATTERN, (group, 0, 0, parsed))]))
            state.closegroup(group, phrases[-1])
        self.scanner = _compiler.compile(_parser.SubPattern(state, [(BRANCH, (None, phrases))]))

    def scan(self, string):
        """The results of the actions, and the rest of the text that no pattern matches."""
        result = []
        match = self.scanner.scanner(string).match
        at = 0
        while (found := match()) and found.end() != at:
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())  # CPython: 370
            if action is not None:
                result.append(action)
            at = found.end()
        return result, string[at:]
