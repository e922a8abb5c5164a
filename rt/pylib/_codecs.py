"""The registry of codecs and of error handlers, and the codecs every program has.

What works on bytes and characters is native (_codecs_native); encodings that codecs.register knows
come after those known here.
"""

import _codecs_native as _native
from _codecs_native import *

_PRIVATE = ('codec_name', 'named_decode', 'set_hooks')
__all__ = [_name for _name in dir(_native) if not _name.startswith('_') and _name not in _PRIVATE]
__all__ += ['register', 'unregister', 'lookup', 'encode', 'decode', 'register_error', 'lookup_error',
            'charmap_encode', 'charmap_decode', 'charmap_build']

# -- the registry -------------------------------------------------------------------------------

_searches = []
_found = {}
_ALIASES = {
    'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'cp65001': 'utf-8', 'utf_8': 'utf-8',
    'utf_8_sig': 'utf-8-sig', 'utf8_sig': 'utf-8-sig',
    'ascii': 'ascii', 'us_ascii': 'ascii', 'us': 'ascii', '646': 'ascii', 'ansi_x3.4_1968': 'ascii',
    'iso646_us': 'ascii', 'iso_ir_6': 'ascii', 'cp367': 'ascii', 'ibm367': 'ascii',
    'latin_1': 'iso8859-1', 'latin1': 'iso8859-1', 'latin': 'iso8859-1', 'l1': 'iso8859-1',
    'iso8859_1': 'iso8859-1', 'iso_8859_1': 'iso8859-1', 'iso8859': 'iso8859-1', '8859': 'iso8859-1',
    'cp819': 'iso8859-1', 'ibm819': 'iso8859-1',
    'utf_16': 'utf-16', 'utf16': 'utf-16', 'u16': 'utf-16',
    'utf_16_le': 'utf-16-le', 'utf_16le': 'utf-16-le', 'unicodelittleunmarked': 'utf-16-le',
    'utf_16_be': 'utf-16-be', 'utf_16be': 'utf-16-be', 'unicodebigunmarked': 'utf-16-be',
    'utf_32': 'utf-32', 'utf32': 'utf-32', 'u32': 'utf-32',
    'utf_32_le': 'utf-32-le', 'utf_32le': 'utf-32-le',
    'utf_32_be': 'utf-32-be', 'utf_32be': 'utf-32-be',
    'unicode_escape': 'unicode-escape', 'raw_unicode_escape': 'raw-unicode-escape', 'unicodeescape': 'unicode-escape',
    'idna': 'idna', 'punycode': 'punycode',
    'rot13': 'rot-13', 'rot_13': 'rot-13',
    'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64',
}
_MODULES = {  # of codecs that programs have only if they mention them (parts.def)
    'quopri': 'quopri_codec', 'quoted_printable': 'quopri_codec', 'quotedprintable': 'quopri_codec',
    'uu': 'uu_codec', 'zlib': 'zlib_codec', 'zip': 'zlib_codec', 'bz2': 'bz2_codec',
}


def _normalize(encoding):
    """The spelling search functions get: lower case, runs of other characters as one underscore."""
    result = ''
    gap = False
    for character in encoding.lower():
        if character.isalnum() or character == '.':
            if gap and result:
                result += '_'
            result += character
            gap = False
        else:
            gap = True
    return result


def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError('lookup() argument must be str, not ' + type(encoding).__name__)
    if '\0' in encoding:
        raise ValueError('embedded null character')
    normal = _normalize(encoding)
    codec = _found.get(normal)
    if codec is None:
        codec = _search(normal)
        if codec is None:
            raise LookupError('unknown encoding: ' + encoding)
        _found[normal] = codec
    return codec


def _search(normal):
    name = _ALIASES.get(normal)
    if name is not None:
        return _standard(name)
    name = _native.codec_name(normal)
    if name is not None:
        return _named_codec(name)
    codec = _module_codec(_MODULES.get(normal, normal))
    if codec is not None:
        return codec
    for search in _searches:
        codec = search(normal)
        if codec is not None:
            if not isinstance(codec, tuple) or len(codec) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            return codec
    return None


def _forget_codec(encoding, /):
    _found.pop(_normalize(encoding), None)


def encode(obj, encoding='utf-8', errors='strict'):
    return _call(lookup(encoding)[0], 'encod', encoding, obj, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    return _call(lookup(encoding)[1], 'decod', encoding, obj, errors)


def _call(function, stem, encoding, obj, errors):
    try:
        result = function(obj, errors)
    except Exception as error:
        if not _says_little(error):
            raise
        raise type(error)("%sing with '%s' codec failed (%s: %s)"
                          % (stem, encoding, type(error).__name__, error)) from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(stem + 'er must return a tuple (object, integer)')
    return result[0]


def _says_little(error):
    """Is this an exception with nothing but a message, which may be told in other words?"""
    special = (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, OSError, ImportError, SyntaxError, StopIteration, SystemExit)
    plain = not isinstance(error, special) and not error.__dict__
    return plain and (not error.args or len(error.args) == 1 and isinstance(error.args[0], str))


def _lookup_text(encoding, what):
    codec = lookup(encoding)
    if not getattr(codec, '_is_text_encoding', True):
        raise LookupError("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs"
                          % (encoding, what))
    return codec


# -- error handlers -----------------------------------------------------------------------------

def _range(error):
    """The part of error.object that is at fault."""
    if not isinstance(error, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise TypeError("don't know how to handle %s in error callback" % type(error).__name__)
    return error.object[error.start:error.end], error.end


def _refused(error):
    raise TypeError("don't know how to handle %s in error callback" % type(error).__name__)


def _strict(error):
    if isinstance(error, BaseException):
        raise error
    raise TypeError('codec must pass exception instance')


def _ignore(error):
    return '', _range(error)[1]


def _replace(error):
    part, end = _range(error)
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', end
    return ('?' if isinstance(error, UnicodeEncodeError) else '\ufffd') * len(part), end


def _xmlcharrefreplace(error):
    part, end = _range(error) if isinstance(error, UnicodeEncodeError) else _refused(error)
    return ''.join('&#%d;' % ord(character) for character in part), end


def _backslash(code):
    return '\\x%02x' % code if code < 0x100 else '\\u%04x' % code if code < 0x10000 else '\\U%08x' % code


def _backslashreplace(error):
    part, end = _range(error)
    if isinstance(error, UnicodeDecodeError):
        return ''.join('\\x%02x' % byte for byte in part), end
    return ''.join(_backslash(ord(character)) for character in part), end


def _surrogateescape(error):
    part, end = _range(error)
    if isinstance(error, UnicodeEncodeError):
        if not all(0xdc80 <= ord(character) <= 0xdcff for character in part):
            raise error
        return bytes(ord(character) - 0xdc00 for character in part), end
    if not isinstance(error, UnicodeDecodeError):
        _refused(error)
    count = 0
    while count < len(part) and count < 4 and part[count] >= 0x80:
        count += 1
    if not count:
        raise error
    return ''.join(chr(0xdc00 + byte) for byte in part[:count]), error.start + count


def _surrogatepass(error):
    part, end = _range(error)
    if isinstance(error, UnicodeEncodeError):
        return part.encode(error.encoding, 'surrogatepass'), end
    raise error


def _namereplace(error):
    import unicodedata
    part, end = _range(error) if isinstance(error, UnicodeEncodeError) else _refused(error)
    names = [(unicodedata.name(character, None), character) for character in part]
    return ''.join('\\N{%s}' % name if name else _backslash(ord(character)) for name, character in names), end


_handlers = {
    'strict': _strict, 'ignore': _ignore, 'replace': _replace, 'backslashreplace': _backslashreplace,
    'xmlcharrefreplace': _xmlcharrefreplace, 'namereplace': _namereplace,
    'surrogateescape': _surrogateescape, 'surrogatepass': _surrogatepass,
}


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(errors, /):
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError("unknown error handler name '%s'" % errors) from None


# -- character maps -----------------------------------------------------------------------------

_UNDEFINED = 'character maps to <undefined>'


def charmap_build(map, /):
    """The encoding map of a decoding table."""
    return {ord(character): byte for byte, character in enumerate(map) if character != '\ufffe'}


def _charmap_get(mapping, code):
    """What a mapping has for a code; None: nothing."""
    try:
        return mapping[code]
    except LookupError:
        return None


def charmap_decode(data, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors)
    data = bytes(data)
    result = []
    at = 0
    while at < len(data):
        found = _charmap_get(mapping, data[at])
        if isinstance(found, int):
            if not 0 <= found <= 0x10ffff:
                raise TypeError('character mapping must be in range(0x110000)')
            found = chr(found)
        if found is not None and not isinstance(found, str):
            raise TypeError('character mapping must return integer, None or str')
        if found is None or found == '\ufffe':
            error = UnicodeDecodeError('charmap', data, at, at + 1, _UNDEFINED)
            found, at = lookup_error(errors or 'strict')(error)
        else:
            at += 1
        result.append(found)
    return ''.join(result), len(data)


def _charmap_bytes(mapping, code):
    found = _charmap_get(mapping, code)
    if isinstance(found, int):
        if not 0 <= found <= 255:
            raise TypeError('character mapping must be in range(256)')
        return bytes((found,))
    if found is not None and not isinstance(found, bytes):
        raise TypeError('character mapping must return integer, bytes or None, not ' + type(found).__name__)
    return found


def charmap_encode(text, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_encode(text, errors)
    result = bytearray()
    at = 0
    while at < len(text):
        found = _charmap_bytes(mapping, ord(text[at]))
        if found is not None:
            result += found
            at += 1
            continue
        end = at + 1
        while end < len(text) and _charmap_bytes(mapping, ord(text[end])) is None:
            end += 1
        error = UnicodeEncodeError('charmap', text, at, end, _UNDEFINED)
        found, at = lookup_error(errors or 'strict')(error)
        if isinstance(found, str):
            pieces = [_charmap_bytes(mapping, ord(character)) for character in found]
            if None in pieces:
                raise error
            found = b''.join(pieces)
        result += found
    return bytes(result), len(text)


# -- the codecs every program has ---------------------------------------------------------------

_PLAIN = {
    'utf-8': ('utf_8', True), 'ascii': ('ascii', False), 'iso8859-1': ('latin_1', False),
    'utf-16-le': ('utf_16_le', True), 'utf-16-be': ('utf_16_be', True),
    'utf-32-le': ('utf_32_le', True), 'utf-32-be': ('utf_32_be', True),
    'unicode-escape': ('unicode_escape', True), 'raw-unicode-escape': ('raw_unicode_escape', True),
}


def _standard(name):
    """The CodecInfo of an encoding that needs no module of its own."""
    if name in _PLAIN:
        stem, partial = _PLAIN[name]
        return _plain_codec(name, getattr(_native, stem + '_encode'), getattr(_native, stem + '_decode'), partial)
    if name == 'utf-16':
        return _marked_codec(name, 'utf-16-le', 'utf-16-be', utf_16_encode, utf_16_ex_decode)
    if name == 'utf-32':
        return _marked_codec(name, 'utf-32-le', 'utf-32-be', utf_32_encode, utf_32_ex_decode)
    if name == 'utf-8-sig':
        return _signed_codec(name)
    if name in ('idna', 'punycode'):
        return _named_codec(name)
    return _transform_codec(name)


def _streams(encode, decode):
    """Classes that read and write streams by two functions."""
    import codecs

    class StreamWriter(codecs.StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    class StreamReader(codecs.StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors)

    return StreamReader, StreamWriter


def _marked_streams(first_encode, encode, first_decode):
    """The same where what is first written has a mark in front. `first_decode` also answers what decodes the rest; None
    if that is not known yet."""
    import codecs

    class StreamWriter(codecs.StreamWriter):
        def reset(self):
            super().reset()
            self.__dict__.pop('encode', None)

        def encode(self, input, errors='strict'):
            self.encode = encode
            return first_encode(input, errors)

    class StreamReader(codecs.StreamReader):
        def reset(self):
            super().reset()
            self.__dict__.pop('decode', None)

        def decode(self, input, errors='strict'):
            text, consumed, decode = first_decode(input, errors)
            if decode is not None:
                self.decode = decode
            return text, consumed

    return StreamReader, StreamWriter


def _plain_codec(name, encode, decode, partial):
    import codecs

    def decode_all(input, errors='strict'):
        return decode(input, errors, True) if partial else decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if partial:
        class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return decode(input, errors, final)
    else:
        class IncrementalDecoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    reader, writer = _streams(encode, decode)
    return codecs.CodecInfo(encode, decode_all, reader, writer, IncrementalEncoder, IncrementalDecoder, name=name)


def _module_codec(name):
    """The codec of a module of the package encodings, if the program has it."""
    try:
        module = __import__('encodings.' + name, fromlist=['getregentry'])
    except ImportError:
        return None
    return module.getregentry() if hasattr(module, 'getregentry') else None


def _named_codec(name):
    """What str.encode and bytes.decode know by name."""
    if name == 'utf-7':
        return _plain_codec(name, _native.utf_7_encode, _native.utf_7_decode, True)

    def encode(input, errors='strict'):
        return str.encode(input, name, errors or 'strict'), len(input)

    def decode(input, errors='strict', final=False):
        return _native.named_decode(name, input, errors, final)

    return _plain_codec(name, encode, decode, True)


def _marked_codec(name, little, big, encode, ex_decode):
    """UTF-16 and UTF-32: a mark in front tells the order of the bytes."""
    import codecs

    def encode_all(input, errors='strict'):
        return encode(input, errors)

    def decode_all(input, errors='strict'):
        return ex_decode(input, errors, 0, True)[:2]

    def check_order(order, consumed):
        if not order and consumed >= 2:
            raise UnicodeError(name.upper() + ' stream does not start with BOM')

    def decode_first(input, errors):
        text, consumed, order = ex_decode(input, errors, 0, False)
        check_order(order, consumed)
        if not order:
            return text, consumed, None
        return text, consumed, lambda input, errors='strict': ex_decode(input, errors, order, False)[:2]

    class IncrementalEncoder(codecs.IncrementalEncoder):
        marked = False

        def encode(self, input, final=False):
            result = encode(input, self.errors, -1 if self.marked else 0)[0]
            self.marked = True
            return result

        def reset(self):
            self.marked = False

        def getstate(self):
            return 0 if self.marked else 2

        def setstate(self, state):
            self.marked = not state

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        order = 0

        def _buffer_decode(self, input, errors, final):
            text, consumed, order = ex_decode(input, errors, self.order, final)
            if not self.order:
                check_order(order, consumed)
                self.order = order
            return text, consumed

        def reset(self):
            super().reset()
            self.order = 0

        def getstate(self):
            return super().getstate()[0], {0: 2, -1: 0, 1: 1}[self.order]

        def setstate(self, state):
            super().setstate(state)
            self.order = {2: 0, 0: -1, 1: 1}[state[1]]

    reader, writer = _marked_streams(encode_all, lambda input, errors='strict': encode(input, errors, -1), decode_first)
    return codecs.CodecInfo(encode_all, decode_all, reader, writer, IncrementalEncoder, IncrementalDecoder, name=name)


def _signed_codec(name):
    """UTF-8 with a mark in front."""
    import codecs
    mark = b'\xef\xbb\xbf'

    def encode_all(input, errors='strict'):
        return mark + utf_8_encode(input, errors)[0], len(input)

    def decode_all(input, errors='strict', final=True):
        skip = 3 if bytes(input[:3]) == mark else 0
        text, consumed = utf_8_decode(input[skip:], errors, final)
        return text, consumed + skip

    class IncrementalEncoder(codecs.IncrementalEncoder):
        first = 1

        def encode(self, input, final=False):
            if not self.first:
                return utf_8_encode(input, self.errors)[0]
            self.first = 0
            return encode_all(input, self.errors)[0]

        def reset(self):
            self.first = 1

        def getstate(self):
            return self.first

        def setstate(self, state):
            self.first = state

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        first = 1

        def _buffer_decode(self, input, errors, final):
            if not self.first:
                return utf_8_decode(input, errors, final)
            if len(input) < 3 and mark.startswith(input) and not final:
                return '', 0
            self.first = 0
            return decode_all(input, errors, final)

        def reset(self):
            super().reset()
            self.first = 1

        def getstate(self):
            return super().getstate()[0], self.first

        def setstate(self, state):
            super().setstate(state)
            self.first = state[1]

    def decode_first(input, errors):
        if len(input) < 3 and mark.startswith(input):
            return '', 0, None
        return *decode_all(input, errors, False), utf_8_decode

    reader, writer = _marked_streams(encode_all, utf_8_encode, decode_first)
    return codecs.CodecInfo(encode_all, decode_all, reader, writer, IncrementalEncoder, IncrementalDecoder, name=name)


def _rot13(text):
    letters = 'abcdefghijklmnopqrstuvwxyz'
    turned = letters[13:] + letters[:13]
    return text.translate(str.maketrans(letters + letters.upper(), turned + turned.upper()))


def _transform_codec(name):
    """Codecs from text to text or from bytes to bytes."""
    import codecs
    if name == 'rot-13':
        there = back = _rot13
    else:
        import binascii
        if name == 'hex':
            there, back = binascii.b2a_hex, binascii.a2b_hex
        else:
            def there(data):
                data = memoryview(data)
                return b''.join(binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57))

            back = binascii.a2b_base64

    def encode_all(input, errors='strict'):
        return there(input), len(input)

    def decode_all(input, errors='strict'):
        return back(input), len(input)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return there(input)

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return back(input)

    reader, writer = _streams(encode_all, decode_all)
    return codecs.CodecInfo(encode_all, decode_all, reader, writer, IncrementalEncoder, IncrementalDecoder, name=name,
                            _is_text_encoding=False)


_native.set_hooks(_lookup_text, lookup_error)
