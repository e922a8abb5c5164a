"""String constants, templates and the machinery behind str.format."""

import _string

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits',
           'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalizes each word."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class _ClassProperty:
    """What a function makes of the class, asked for as an attribute of the class."""

    def __init__(self, function):
        self._function = function

    def __get__(self, instance, owner):
        return self._function(owner)


_PATTERN_MODULE = '_string_pattern'  # only programs that derive from Template have it: it needs re


_name_start = frozenset(ascii_letters + '_')
_name_rest = frozenset(ascii_letters + digits + '_')


def _name_end(text, start):
    """The end of the name that starts there; `start` if none does."""
    end, length = start, len(text)
    if end < length and text[end] in _name_start:
        end += 1
        while end < length and text[end] in _name_rest:
            end += 1
    return end


class Template:
    """Text in which $name and ${name} are replaced."""
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None  # re.IGNORECASE
    _compiled = None  # the pattern of a class that changes one of these

    def __init_subclass__(cls):
        super().__init_subclass__()  # CPython: 70
        if not {'delimiter', 'idpattern', 'braceidpattern', 'flags', 'pattern'}.isdisjoint(cls.__dict__):
            __import__(_PATTERN_MODULE).prepare(cls)

    @_ClassProperty
    def pattern(cls):
        """The placeholders as a regular expression, for code that looks for them itself."""
        import re
        mark = re.escape(cls.delimiter)
        braced = cls.braceidpattern or cls.idpattern
        text = r'%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))'
        return re.compile(text % (mark, mark, cls.idpattern, braced), re.IGNORECASE | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Yields ('text', t), ('name', n, source) and ('invalid', position) in order."""
        if self._compiled:
            yield from __import__(_PATTERN_MODULE).pieces(self)
            return
        text, mark = self.template, self.delimiter
        place = 0
        while True:
            found = text.find(mark, place)
            if found < 0:
                yield 'text', text[place:], ''
                return
            yield 'text', text[place:found], ''
            after = found + len(mark)
            if text.startswith(mark, after):
                yield 'escaped', mark, mark + mark
                place = after + len(mark)
                continue
            braced = text.startswith('{', after)
            start = after + 1 if braced else after
            end = _name_end(text, start)
            if end == start or (braced and not text.startswith('}', end)):
                yield 'invalid', after, mark
                place = after
                continue
            place = end + 1 if braced else end
            yield 'name', text[start:end], text[found:place]

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len(''.join(lines[:-1])) if lines else 1
        raise ValueError(  # CPython: 101
            'Invalid placeholder in string: line %d, col %d' % (len(lines) or 1, column))

    def _substitute(self, mapping, kws, safe):
        result = []
        for kind, value, source in self._pieces():
            if kind == 'name':
                if value in kws:
                    result.append(str(kws[value]))
                elif safe:
                    try:
                        result.append(str(mapping[value]))
                    except KeyError:
                        result.append(source)
                else:
                    result.append(str(mapping[value]))  # CPython: 114 convert
            elif kind == 'invalid':
                if not safe:
                    self._invalid(value)  # CPython: 118 convert
                result.append(source)
            else:
                result.append(value)
        return ''.join(result)

    def substitute(self, mapping={}, /, **kws):
        """Replaces all names; KeyError if one is unknown."""
        return self._substitute(mapping, kws, False)  # CPython: 121

    def safe_substitute(self, mapping={}, /, **kws):
        """Replaces the names that are known."""
        return self._substitute(mapping, kws, True)

    def is_valid(self):
        """Are all placeholders well formed?"""
        return all(kind != 'invalid' for kind, value, source in self._pieces())

    def get_identifiers(self):
        """The names, in order of appearance."""
        names = []
        for kind, value, source in self._pieces():
            if kind == 'name' and value not in names:
                names.append(value)
        return names


class Formatter:
    """str.format as a class whose steps can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)  # CPython: 190

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)  # CPython: 194
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto_index=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')  # CPython: 201
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '' or (name and name[0] in '.['):
                if auto_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                name = str(auto_index) + name
                auto_index += 1
            elif name.isdigit():
                if auto_index:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                auto_index = False
            obj, key = self.get_field(name, args, kwargs)  # CPython: 234
            used.add(key)
            obj = self.convert_field(obj, conversion)  # CPython: 238
            spec, auto_index = self._vformat(spec, args, kwargs, used, depth - 1, auto_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]  # CPython: 256

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)  # CPython: 264

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier %s' % conversion)  # CPython: 277

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)  # CPython: 299
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first

    def parse(self, format_string):
        """(literal, field name, specification, conversion) of each part."""
        return _string.formatter_parser(format_string)
