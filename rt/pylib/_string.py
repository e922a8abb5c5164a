"""The parts of format strings, for string.Formatter and for those who write their own."""


def _check_text(text):
    if not isinstance(text, str):
        raise TypeError('expected str, got ' + type(text).__name__)


def formatter_field_name_split(name):
    """'a.b[0]' as 'a' and an iterator of (is attribute, key)."""
    _check_text(name)
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first, rest = name[:end], []
    while end < len(name):
        if name[end] == '.':
            start = end = end + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            if end == start:
                raise ValueError('Empty attribute in format string')
            rest.append((True, name[start:end]))
        elif name[end] == '[':
            close = name.find(']', end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:close]
            if not key:
                raise ValueError('Empty attribute in format string')
            rest.append((False, int(key) if key.isdecimal() else key))
            end = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return (int(first) if first.isdecimal() else first), iter(rest)


def formatter_parser(text):
    """An iterator of (literal, field name, specification, conversion)."""
    _check_text(text)
    return _parts(text)


def _parts(text):
    place, literal = 0, []
    while place < len(text):
        character = text[place]
        if character in '{}' and text[place + 1:place + 2] == character:
            yield ''.join(literal) + character, None, None, None
            literal = []
            place += 2
        elif character == '}':
            raise ValueError("Single '}' encountered in format string")
        elif character == '{':
            place, *field = _parse_field(text, place + 1)
            yield ''.join(literal), *field
            literal = []
        else:
            literal.append(character)
            place += 1
    if literal:
        yield ''.join(literal), None, None, None


def _parse_field(text, start):
    """Where the field that begins at `start` ends, its name, specification and conversion."""
    if start == len(text):
        raise ValueError("Single '{' encountered in format string")
    end = _name_end(text, start)
    name, mark = text[start:end], text[end]
    if mark == '}':
        return end + 1, name, '', None
    conversion = None
    if mark == '!':
        conversion = text[end + 1:end + 2]
        if not conversion:
            raise ValueError('end of string while looking for conversion specifier')
        end += 2
        after = text[end:end + 1]
        if after == '}':
            return end + 1, name, '', conversion
        if after and after != ':':
            raise ValueError("expected ':' after conversion specifier")
    stop = _specification_end(text, end + 1)
    return stop + 1, name, text[end + 1:stop], conversion


def _name_end(text, place):
    while place < len(text) and text[place] not in '}:!':
        if text[place] == '{':
            raise ValueError("unexpected '{' in field name")
        if text[place] == '[':
            place = text.find(']', place)
            if place < 0:
                break
        place += 1
    if not 0 <= place < len(text):
        raise ValueError("expected '}' before end of string")
    return place


def _specification_end(text, place):
    depth = 1
    for i in range(place, len(text)):
        if text[i] == '{':
            depth += 1
        elif text[i] == '}':
            depth -= 1
            if not depth:
                return i
    raise ValueError("unmatched '{' in format spec")
