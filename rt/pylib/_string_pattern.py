"""string.Template for classes that change its delimiter, its names or its whole pattern: placeholders are found
by a regular expression. Only programs that derive from a class named Template have this module (parts.def)."""

import re

_PATTERN = r'''
%(delim)s(?:
  (?P<escaped>%(delim)s)  |
  (?P<named>%(id)s)       |
  {(?P<braced>%(bid)s)}   |
  (?P<invalid>)
)
'''


def prepare(cls):
    """Compiles the pattern of a subclass."""
    pattern = cls.__dict__.get('pattern', None)
    if pattern is None:
        pattern = _PATTERN % {'delim': re.escape(cls.delimiter), 'id': cls.idpattern,
                              'bid': cls.braceidpattern or cls.idpattern}
    flags = re.IGNORECASE if cls.flags is None else cls.flags
    cls.pattern = cls._compiled = re.compile(pattern, flags | re.VERBOSE)


def pieces(template):
    """What Template._pieces answers, for an instance of such a class."""
    text, place = template.template, 0
    for match in template._compiled.finditer(text):
        yield 'text', text[place:match.start()], ''
        place = match.end()
        name = match.group('named') or match.group('braced')
        if name is not None:
            yield 'name', name, match.group()
        elif match.group('escaped') is not None:
            yield 'escaped', template.delimiter, match.group()
        elif match.group('invalid') is not None:
            yield 'invalid', match.start('invalid'), match.group()
        else:
            raise ValueError('Unrecognized named group in pattern', template._compiled)
    yield 'text', text[place:], ''
