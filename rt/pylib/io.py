"""Files: open() and the classes behind it, and files in memory."""
import abc
import sys
from _io_memory import BytesIO as _BytesIO, StringIO as _StringIO
from builtins import open

__all__ = ['open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO',
           'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END',
           'DEFAULT_BUFFER_SIZE', 'BlockingIOError', 'text_encoding']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
UnsupportedOperation = sys._unsupported_operation
_TextFile, _ReaderFile, _WriterFile, _RandomFile, FileIO = sys._file_types


def open_code(path):
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2):
    return 'locale' if encoding is None else encoding


class IOBase(metaclass=abc.ABCMeta):
    """What all files have."""
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    _closed_message = 'I/O operation on closed file.'

    def _check_open(self):
        if self.closed:
            raise ValueError(self._closed_message)

    def seek(self, pos, whence=0):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported('truncate')

    def flush(self):
        self._check_open()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def fileno(self):
        self._unsupported('fileno')

    def isatty(self):
        self._check_open()
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        size = -1 if size is None else size
        peek = getattr(self, 'peek', None)
        line = bytearray()
        while size < 0 or len(line) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                count = ahead.find(b'\n') + 1 or len(ahead) or 1
                count = min(count, size - len(line)) if size >= 0 else count
            data = self.read(count)
            if data and not isinstance(data, bytes):
                raise OSError('read() should have returned a bytes object, not %r' % type(data).__name__)
            if not data:
                break
            line += data
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=None):
        if hint is not None and not hasattr(hint, '__index__'):
            raise TypeError("argument should be integer or None, not '%s'" % type(hint).__name__)
        if hint is None or hint <= 0:
            return list(self)
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Files of bytes without a buffer."""

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        data = bytearray()
        while chunk := self.read(DEFAULT_BUFFER_SIZE):
            data += chunk
        return bytes(data)


class BufferedIOBase(IOBase):
    """Files of bytes with a buffer."""

    def read(self, size=-1):
        self._unsupported('read')

    def read1(self, size=-1):
        self._unsupported('read1')

    def readinto(self, buffer):
        return self._read_into(buffer, self.read)

    def readinto1(self, buffer):
        return self._read_into(buffer, self.read1)

    @staticmethod
    def _read_into(buffer, read):
        view = memoryview(buffer).cast('B')
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, data):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class TextIOBase(IOBase):
    """Files of text."""
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        self._unsupported('read')

    def readline(self, size=-1):
        self._unsupported('readline')

    def write(self, text):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


RawIOBase.register(FileIO)
BufferedIOBase.register(_ReaderFile)
BufferedIOBase.register(_WriterFile)
BufferedIOBase.register(_RandomFile)
TextIOBase.register(_TextFile)


@sys._dotted_name
class BytesIO(_BytesIO, BufferedIOBase):
    """A file of bytes in memory."""


@sys._dotted_name
class StringIO(_StringIO, TextIOBase):
    """A file of text in memory."""


# -- buffers and text over other files ----------------------------------------------------------
# What open() makes is native; these classes, whose virtual subclasses the native ones are, stand on
# files written in Python.

class _Layer:
    """A file that stands on another one, self._below."""

    def __init__(self, below):
        self._below = below

    def _check_open(self):
        if self._below is None:
            raise ValueError('underlying buffer has been detached')
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def detach(self):
        if self._below is None:
            raise ValueError('raw stream already detached')
        self.flush()
        below, self._below = self._below, None
        return below

    def flush(self):
        self._check_open()
        if self.writable():
            self._below.flush()

    def close(self):
        if self._below is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._below.close()

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    @property
    def closed(self):
        return self._below is None or self._below.closed

    def readable(self):
        return self._below.readable()

    def writable(self):
        return self._below.writable()

    def seekable(self):
        return self._below.seekable()

    def fileno(self):
        return self._below.fileno()

    def isatty(self):
        return self._below.isatty()

    @property
    def name(self):
        return self._below.name


class _BinaryLayer(_Layer, BufferedIOBase):
    """The buffers of both directions; at most one holds something."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._check_below(raw)
        _Layer.__init__(self, raw)
        self._size = buffer_size
        self._ahead = b''
        self._behind = bytearray()

    def _check_below(self, raw):
        """Refuses a raw file that cannot do what this is for."""

    @property
    def raw(self):
        return self._below

    @property
    def mode(self):
        return self._below.mode

    def __repr__(self):
        return '<_io.%s>' % type(self).__name__

    def _fill(self):
        """Reads once; False at the end of the file."""
        self._write_out()
        chunk = self._below.read(self._size)
        self._ahead += chunk or b''
        return bool(chunk)

    def read(self, size=-1):
        self._check_open()
        while (size is None or size < 0 or len(self._ahead) < size) and self._fill():
            pass
        size = len(self._ahead) if size is None or size < 0 else size
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read1(self, size=-1):
        self._check_open()
        if not self._ahead:
            self._fill()
        size = len(self._ahead) if size is None or size < 0 else size
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def peek(self, size=0):
        self._check_open()
        if not self._ahead:
            self._fill()
        return self._ahead

    def readinto(self, buffer):
        view = memoryview(buffer).cast('B')
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto1(self, buffer):
        view = memoryview(buffer).cast('B')
        data = self.read1(len(view))
        view[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_open()
        limit = -1 if size is None else size
        while True:
            end = self._ahead.find(b'\n') + 1
            if end or 0 <= limit <= len(self._ahead) or not self._fill():
                break
        end = end or len(self._ahead)
        if limit >= 0:
            end = min(end, limit)
        line, self._ahead = self._ahead[:end], self._ahead[end:]
        return line

    def write(self, data):
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(data).cast('B')
        self._drop_ahead()
        if len(self._behind) + len(data) > self._size:
            self._write_out()
        self._behind += data
        if len(self._behind) > self._size:
            self._write_out()
        return len(data)

    def _drop_ahead(self):
        if self._ahead:
            self._below.seek(-len(self._ahead), 1)
            self._ahead = b''

    def _write_out(self):
        while self._behind:
            count = self._below.write(bytes(self._behind))
            del self._behind[:count]

    def flush(self):
        self._check_open()
        self._write_out()
        _Layer.flush(self)

    def tell(self):
        self._check_open()
        return self._below.tell() - len(self._ahead) + len(self._behind)

    def seek(self, pos, whence=0):
        self._check_open()
        self._write_out()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return self._below.seek(pos, whence)

    def truncate(self, pos=None):
        self._check_open()
        self._write_out()
        return self._below.truncate(self.tell() if pos is None else pos)


class BufferedReader(_BinaryLayer):
    """Reads from a raw file through a buffer."""

    def _check_below(self, raw):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')


class BufferedWriter(_BinaryLayer):
    """Writes to a raw file through a buffer."""

    def _check_below(self, raw):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')


class BufferedRandom(_BinaryLayer):
    """Reads from and writes to a raw file through buffers."""

    def _check_below(self, raw):
        for able, what in ((raw.seekable, 'seekable'), (raw.readable, 'readable'), (raw.writable, 'writable')):
            if not able():
                raise UnsupportedOperation('File or stream is not %s.' % what)


class BufferedRWPair(BufferedIOBase):
    """Reads from one raw file and writes to another."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'peek', 'readinto', 'readline'):
            setattr(self, name, getattr(self._reader, name))
        self.write = self._writer.write

    def readable(self):
        return True

    def writable(self):
        return True

    def flush(self):
        self._writer.flush()

    def close(self):
        self._writer.close()
        self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


_STANDARD = {
    'utf8': 'utf_8', 'u8': 'utf_8', 'locale': 'utf_8', 'ascii': 'ascii', 'usascii': 'ascii', 'latin1': 'latin_1',
    'iso88591': 'latin_1', 'l1': 'latin_1', 'utf16le': 'utf_16_le', 'utf16be': 'utf_16_be', 'utf32le': 'utf_32_le',
    'utf32be': 'utf_32_be',
}
_MARKED = {'utf16': ('utf_16', 'utf_16_le'), 'u16': ('utf_16', 'utf_16_le'), 'utf32': ('utf_32', 'utf_32_le'),
           'u32': ('utf_32', 'utf_32_le'), 'utf8sig': ('utf_8', 'utf_8')}
_CODECS = 'codecs'  # for other encodings: not linked for this alone


class _NativeDecoder:
    """Decodes pieces by a function that leaves an incomplete end."""

    def __init__(self, function, partial, errors):
        self._function, self._partial, self._errors = function, partial, errors
        self._rest = b''

    def decode(self, data, final=False):
        data = self._rest + data
        if self._partial:
            text, consumed = self._function(data, self._errors, final)
        else:
            text, consumed = self._function(data, self._errors)
        self._rest = data[consumed:]
        return text

    def reset(self):
        self._rest = b''


class _NativeEncoder:
    """Encodes pieces by a function."""

    def __init__(self, function, errors):
        self._function, self._errors = function, errors

    def encode(self, text):
        return self._function(text, self._errors)[0]


class _MarkedDecoder(_NativeDecoder):
    """Of UTF-16 and UTF-32, whose first characters tell the order of bytes."""

    _order = 0

    def decode(self, data, final=False):
        data = self._rest + data
        text, consumed, order = self._function(data, self._errors, self._order, final)
        self._order = order or (-1 if consumed else 0)
        self._rest = data[consumed:]
        return text

    def reset(self):
        self._rest, self._order = b'', 0


class _SignedDecoder(_NativeDecoder):
    """Of UTF-8 with a mark in front."""

    _begun = False

    def decode(self, data, final=False):
        if not self._begun:
            data, self._rest = self._rest + data, b''
            if len(data) < 3 and not final and b'\xef\xbb\xbf'.startswith(data):
                self._rest = data
                return ''
            self._begun = True
            data = data.removeprefix(b'\xef\xbb\xbf')
        return super().decode(data, final)

    def reset(self):
        self._rest, self._begun = b'', False


class _MarkedEncoder(_NativeEncoder):
    """Writes the mark once."""

    marked = False

    def encode(self, text):
        if not self.marked:
            self.marked = True
            text = '\ufeff' + text
        return super().encode(text)


def _coders(encoding, errors):
    """What encodes and decodes text piece by piece."""
    import _codecs_native as native
    plain = encoding.lower().replace('-', '').replace('_', '')
    if plain in _MARKED:
        stem, unmarked = _MARKED[plain]
        encoder = _MarkedEncoder(getattr(native, unmarked + '_encode'), errors)
        if stem == 'utf_8':
            return encoder, _SignedDecoder(native.utf_8_decode, True, errors)
        return encoder, _MarkedDecoder(getattr(native, stem + '_ex_decode'), True, errors)
    stem = _STANDARD.get(plain)
    if stem is not None:
        partial = stem not in ('ascii', 'latin_1')
        return (_NativeEncoder(getattr(native, stem + '_encode'), errors),
                _NativeDecoder(getattr(native, stem + '_decode'), partial, errors))
    name = native.codec_name(encoding)
    if name == 'utf-7':
        return _NativeEncoder(native.utf_7_encode, errors), _NativeDecoder(native.utf_7_decode, True, errors)
    if name is not None:
        return (_NativeEncoder(lambda text, errors: (text.encode(name, errors), len(text)), errors),
                _NativeDecoder(lambda data, errors: (data.decode(name, errors), len(data)), False, errors))
    try:
        codecs = __import__(_CODECS)
    except ImportError:
        raise LookupError('unknown encoding: ' + encoding) from None
    return codecs.getincrementalencoder(encoding)(errors), codecs.getincrementaldecoder(encoding)(errors)


class IncrementalNewlineDecoder:
    """Turns the ends of lines that a decoder leaves into \\n, piece by piece."""

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._held = False
        self._seen = 0

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if self._held and (text or final):
            text = '\r' + text
            self._held = False
        if text.endswith('\r') and not final:
            text = text[:-1]
            self._held = True
        both = text.count('\r\n')
        self._seen |= ((text.count('\n') > both) and 1) | ((text.count('\r') > both) and 2) | (both and 4)
        if self.translate:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def reset(self):
        self._held = False
        self._seen = 0
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        names = [name for bit, name in ((2, '\r'), (1, '\n'), (4, '\r\n')) if self._seen & bit]
        return None if not names else names[0] if len(names) == 1 else tuple(names)


class TextIOWrapper(_Layer, TextIOBase):
    """Text over a file of bytes."""

    _CHUNK_SIZE = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %s' % (newline,))
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not " + type(encoding).__name__)
        buffer.readable, buffer.writable  # what is no file has neither
        _Layer.__init__(self, buffer)
        self._told = True  # no line was asked for as the next item since the last seek
        self._text = ''
        self._pending = []
        self._configure('utf-8' if encoding in (None, 'locale') else encoding, errors or 'strict', newline,
                        line_buffering, write_through)

    def _configure(self, encoding, errors, newline, line_buffering, write_through):
        self._encoding, self._errors, self._newline = encoding, errors, newline
        self._line_buffering, self._write_through = line_buffering, write_through
        self._encoder, decoder = _coders(encoding, errors)
        if isinstance(self._encoder, _MarkedEncoder) and self._below.seekable() and self._below.writable():
            self._encoder.marked = self._below.tell() > 0
        self._decoder = decoder if newline else IncrementalNewlineDecoder(decoder, newline is None)

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        self.flush()
        if errors is None:
            errors = self._errors if encoding is None else 'strict'
        self._configure(encoding or self._encoding, errors, self._newline if newline is Ellipsis else newline,
                        self._line_buffering if line_buffering is None else line_buffering,
                        self._write_through if write_through is None else write_through)

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def newlines(self):
        return getattr(self._decoder, 'newlines', None)

    @property
    def buffer(self):
        return self._below

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    def __repr__(self):
        name = getattr(self._below, 'name', None)
        return "<_io.TextIOWrapper%s encoding=%r>" % ('' if name is None else ' name=%r' % (name,), self._encoding)

    def __next__(self):
        self._told = False
        line = self.readline()
        if not line:
            self._told = True
            raise StopIteration
        return line

    def detach(self):
        self._check_attached()
        return _Layer.detach(self)

    def _check_attached(self):
        if self._below is None:
            raise ValueError('underlying buffer has been detached')

    def _fill(self):
        """Decodes one more piece; False at the end of the file."""
        self._write_out()
        read = getattr(self._below, 'read1', None) or self._below.read
        data = read(self._CHUNK_SIZE)
        self._text += self._decoder.decode(data, not data)
        return bool(data)

    def _take(self, count):
        text, self._text = self._text[:count], self._text[count:]
        return text

    def read(self, size=-1):
        self._check_open()
        if size is not None and not isinstance(size, int):
            if not hasattr(size, '__index__'):
                raise TypeError("argument should be integer or None, not '%s'" % type(size).__name__)
            size = size.__index__()
        while (size is None or size < 0 or len(self._text) < size) and self._fill():
            pass
        return self._take(len(self._text) if size is None or size < 0 else size)

    def _line_end(self):
        """Where the first line of what was read ends; 0 if its end was not read yet."""
        text = self._text
        if self._newline in (None, '\n'):
            return text.find('\n') + 1
        if self._newline:
            at = text.find(self._newline)
            return at + len(self._newline) if at >= 0 else 0
        line, cr = text.find('\n') + 1, text.find('\r') + 1
        if not cr or line and line < cr:
            return line
        return cr + 1 if text[cr:cr + 1] == '\n' else cr

    def readline(self, size=-1):
        self._check_open()
        limit = -1 if size is None else size
        while not (end := self._line_end()) and not 0 <= limit <= len(self._text):
            if not self._fill():
                end = self._line_end()
                break
        end = end or len(self._text)
        return self._take(min(end, limit) if limit >= 0 else end)

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        line = self._line_buffering and ('\n' in text or '\r' in text)
        count = len(text)
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        self._pending.append(self._encoder.encode(text))
        if self._write_through or len(self._pending) > 64:
            self._write_out()
        if line:
            self.flush()
        return count

    def _write_out(self):
        if self._pending:
            data, self._pending = b''.join(self._pending), []
            self._below.write(data)

    def flush(self):
        self._check_open()
        self._write_out()
        self._below.flush()

    def tell(self):
        self._check_open()
        if not self._told:
            raise OSError('telling position disabled by next() call')
        self._write_out()
        return self._below.tell() - len(self._encoder.encode(self._text))

    def seek(self, pos, whence=0):
        self._check_open()
        self.flush()
        if whence == 1:
            if pos:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            pos, whence = self.tell(), 0
        elif whence == 2 and pos:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence == 0 and pos < 0:
            raise ValueError('negative seek position %r' % (pos,))
        self._told = True
        self._text = ''
        self._decoder.reset()
        at = self._below.seek(pos, whence)
        if isinstance(self._encoder, _MarkedEncoder):
            self._encoder.marked = at > 0
        return at

    def truncate(self, pos=None):
        self.flush()
        return self._below.truncate(self.tell() if pos is None else pos)


TextIOWrapper.register(_TextFile)
BufferedReader.register(_ReaderFile)
BufferedWriter.register(_WriterFile)
BufferedRandom.register(_RandomFile)
for _class in (TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair,
               IncrementalNewlineDecoder, BytesIO, StringIO):
    _class.__module__ = '_io'
