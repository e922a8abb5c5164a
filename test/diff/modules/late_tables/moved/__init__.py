"""A package that imports what its table says when somebody asks: as six.moves and lazy loaders do."""
import sys

_TABLE = {'dumps': ('json', 'dumps'), 'escape': ('html', 'escape'), 'quote': ('urllib.parse', 'quote')}


class Row:
    def __init__(self, name, module):
        self.name = name
        self.module = module

    def load(self):
        __import__(self.module)
        return sys.modules[self.module]


ROWS = [Row('shell_words', 'shlex'), Row('wrapping', 'textwrap'), Row('complex_math', 'cmath'),
        Row('unasked', 'this_module_is_not_there')]


def __getattr__(name):
    for row in ROWS:
        if row.name == name:
            return row.load()
    if name not in _TABLE:
        raise AttributeError(name)
    module, attribute = _TABLE[name]
    __import__(module)
    return getattr(sys.modules[module], attribute)
