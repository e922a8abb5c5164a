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


def _presents(*natives):
    """Of a class that CPython has in C: also what the native classes make are instances of it."""
    def present(cls):
        for native in natives:
            cls.register(native)
        cls.__module__ = '_io'
        return cls
    return present


class IOBase(metaclass=abc.ABCMeta):
    """What all files have."""
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    _closed_message = 'I/O operation on closed file.'

    def _check_open(self):
        if self.closed:
            raise ValueError(self._closed_message)

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError(self._closed_message if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.' if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.' if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.' if msg is None else msg)

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

    def __del__(self):
        try:
            if not self.closed:
                self.close()
        except Exception:
            pass  # what is half made or detached cannot be closed

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
        return bytes(data) if data or chunk is not None else None

    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError


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


@_presents()
@sys._dotted_name
class BytesIO(_BytesIO, BufferedIOBase):
    """A file of bytes in memory."""


@_presents()
@sys._dotted_name
class StringIO(_StringIO, TextIOBase):
    """A file of text in memory."""


# -- buffers and text over other files ----------------------------------------------------------
# What open() makes is native; these classes, whose virtual subclasses the native ones are, stand on
# files written in Python.

class _Layer:
    """A file that stands on another one, self._below."""
    _detached_message = 'raw stream has been detached'

    def __init__(self, below):
        self._below = below

    def _check_attached(self):
        if self._below is None:
            raise ValueError(self._detached_message)

    def _check_open(self):
        self._check_attached()
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def detach(self):
        self._check_attached()
        self.flush()
        below, self._below = self._below, None
        return below

    def flush(self):
        self._check_attached()
        self._below.flush()

    def close(self):
        if self._below is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._below.close()

    @property
    def closed(self):
        self._check_attached()
        return self._below.closed

    def seekable(self):
        self._check_attached()
        return self._below.seekable()

    def fileno(self):
        self._check_attached()
        return self._below.fileno()

    def isatty(self):
        self._check_attached()
        return self._below.isatty()

    @property
    def name(self):
        self._check_attached()
        return self._below.name


def _count(size):
    """A number of bytes or characters to read; -1 for None."""
    if size is None:
        return -1
    if not hasattr(size, '__index__'):
        raise TypeError("argument should be integer or None, not '%s'" % type(size).__name__)
    return size.__index__()


def _would_block(written):
    return BlockingIOError(11, 'write could not complete without blocking', written)


class _BinaryLayer(_Layer, BufferedIOBase):
    """What buffers of both directions share; at most one of `_ahead` and `_behind` holds something."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._below = None
        for able in self._needs:
            if not getattr(raw, able)():
                raise UnsupportedOperation('File or stream is not %s.' % able)
        if not hasattr(buffer_size, '__index__'):
            raise TypeError('%r object cannot be interpreted as an integer' % type(buffer_size).__name__)
        if buffer_size.__index__() <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._size = buffer_size.__index__()
        self._ahead = b''
        self._behind = bytearray()
        _Layer.__init__(self, raw)

    def _check_can(self, action):
        self._check_attached()
        if self._below.closed:
            raise ValueError(action + ' closed file')

    @property
    def raw(self):
        return self._below

    @property
    def mode(self):
        return self._below.mode

    def __repr__(self):
        name = getattr(self._below, 'name', None)
        return '<_io.%s%s>' % (type(self).__name__, '' if name is None else ' name=%r' % (name,))

    def _write_out(self):
        """The kinds that write have something to do here."""

    def flush(self):
        self._check_attached()
        self._write_out()
        _Layer.flush(self)

    def tell(self):
        self._check_attached()
        return self._below.tell() - len(self._ahead) + len(self._behind)

    def seek(self, target, whence=0):
        self._check_attached()
        if whence not in (0, 1, 2):
            raise ValueError('whence value %d unsupported' % whence)
        self._check_can('seek of')
        if not self._below.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        self._write_out()
        if whence == 1:
            target -= len(self._ahead)
        self._ahead = b''
        return self._below.seek(target, whence)

    def truncate(self, pos=None):
        self._check_can('truncate of')
        if not self.writable():
            raise UnsupportedOperation('truncate')
        self._write_out()
        return self._below.truncate(self.tell() if pos is None else pos)


class _Reading:
    """Reading of raw files through a buffer."""

    def readable(self):
        self._check_attached()
        return self._below.readable()

    def _raw_into(self, place):
        """How many bytes one call put into `place`; None if there are none now."""
        count = self._below.readinto(place)
        if count is not None and not 0 <= count <= len(place):
            raise OSError('raw readinto() returned invalid length %d (should have been between 0 and %d)'
                          % (count, len(place)))
        return count

    def _raw_read(self, size):
        """At most `size` bytes; None if there are none now."""
        place = memoryview(bytearray(size))
        count = self._raw_into(place)
        return None if count is None else bytes(place[:count])

    def _fill(self):
        """Reads once; what came, None for nothing now."""
        self._write_out()
        chunk = self._raw_read(max(self._size - len(self._ahead), 1))
        self._ahead += chunk or b''
        return chunk

    def _take(self, size):
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read(self, size=-1):
        self._check_attached()
        size = _count(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._check_can('read of')
        if size == -1:
            return self._read_all()
        self._write_out()
        if size <= len(self._ahead):
            return self._take(size)
        place = memoryview(bytearray(size))
        done = self._put(place, 0)
        while done < size:
            whole = (size - done) // self._size * self._size  # whole blocks need no buffer
            count = self._raw_into(place[done:done + whole]) if whole else self._fill() and self._put(place, done)
            if not count:
                if count is None and not done:
                    return None
                break
            done += count
        return bytes(place[:done])

    def _put(self, place, start):
        """Moves what was read ahead into `place` from `start` on, as much as fits; how much that was."""
        data = self._take(len(place) - start)
        place[start:start + len(data)] = data
        return len(data)

    def _read_all(self):
        self._write_out()
        data = self._take(len(self._ahead))
        whole = getattr(self._below, 'readall', None)
        if whole is not None:
            rest = whole()
            if rest is not None and not isinstance(rest, bytes):
                raise TypeError('readall() should return bytes')
            return data + rest if rest else data if data or rest is not None else None
        while chunk := self._below.read():
            data += chunk
        return data if data or chunk is not None else None

    def read1(self, size=-1):
        self._check_attached()
        size = size.__index__()
        self._check_can('read of')
        if size < 0:
            size = self._size
        if self._ahead or not size:
            return self._take(size)
        self._write_out()
        return self._raw_read(size) or b''

    def peek(self, size=0):
        self._check_can('peek of')
        if not self._ahead:
            self._fill()
        return self._ahead

    def _into(self, buffer, once):
        self._check_attached()
        view = memoryview(buffer)
        if view.readonly:
            raise TypeError('readinto%s() argument must be read-write bytes-like object, not %s'
                            % ('1' * once, type(buffer).__name__))
        self._check_can('readinto of')
        view = view.cast('B')
        data = self.read1(len(view)) if once else self.read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer):
        return self._into(buffer, False)

    def readinto1(self, buffer):
        return self._into(buffer, True)

    def readline(self, size=-1):
        limit = size if type(size) is int else _count(size)
        self._check_can('readline of')
        end = self._ahead.find(b'\n') + 1
        if end and not 0 <= limit < end:
            line, self._ahead = self._ahead[:end], self._ahead[end:]
            return line
        parts = []
        while True:
            end = self._ahead.find(b'\n') + 1
            part = self._take(min(end or len(self._ahead), sys.maxsize if limit < 0 else limit))
            parts.append(part)
            limit = max(limit - len(part), 0) if limit >= 0 else limit
            if end or limit == 0 or not self._fill():
                return b''.join(parts)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class _Writing:
    """Writing to raw files through a buffer."""

    def writable(self):
        self._check_attached()
        return self._below.writable()

    def _drop_ahead(self):
        if self._ahead:
            self._below.seek(-len(self._ahead), 1)
            self._ahead = b''

    def _raw_write(self, data):
        """How many bytes the raw file took; 0 if it takes none now."""
        count = self._below.write(data)
        if count is None:
            return 0
        if not 0 <= count <= len(data):
            raise OSError('raw write() returned invalid length %d (should have been between 0 and %d)' % (count, len(data)))
        return count

    def _write_out(self):
        while self._behind:
            count = self._raw_write(bytes(self._behind))
            if not count:
                raise _would_block(0)
            del self._behind[:count]

    def write(self, data):
        self._check_attached()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        try:
            data = memoryview(data).cast('B')
        except TypeError:
            raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None
        self._check_can('write to')
        self._drop_ahead()
        room = self._size - len(self._behind)
        if len(data) <= room and len(data) < self._size:
            self._behind += data
            return len(data)
        try:
            self._write_out()
        except BlockingIOError:
            room = self._size - len(self._behind)
            self._behind += data[:room]
            if len(data) <= room:
                return len(data)
            raise _would_block(room) from None
        done = 0
        while len(data) - done > self._size:
            count = self._raw_write(data[done:])
            if not count:
                self._behind += data[done:done + self._size]
                raise _would_block(done + self._size)
            done += count
        self._behind += data[done:]
        return len(data)

    def flush(self):
        self._check_can('flush of')
        _BinaryLayer.flush(self)


@_presents(_ReaderFile)
class BufferedReader(_Reading, _BinaryLayer):
    """Reads from a raw file through a buffer."""
    _needs = ('readable',)


@_presents(_WriterFile)
class BufferedWriter(_Writing, _BinaryLayer):
    """Writes to a raw file through a buffer."""
    _needs = ('writable',)


@_presents(_RandomFile)
class BufferedRandom(_Reading, _Writing, _BinaryLayer):
    """Reads from and writes to a raw file through buffers."""
    _needs = ('seekable', 'readable', 'writable')


@_presents()
class BufferedRWPair(BufferedIOBase):
    """Reads from one raw file and writes to another."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'peek', 'readinto', 'readinto1'):
            setattr(self, name, getattr(self._reader, name))
        self.write = self._writer.write

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def flush(self):
        self._writer.flush()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

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
            text, consumed = self._function(data, self._errors, final)  # CPython: <frozen codecs>:322
        else:
            text, consumed = self._function(data, self._errors)
        self._rest = data[consumed:]
        return text

    def reset(self):
        self._rest = b''

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]


class _NativeEncoder:
    """Encodes pieces by a function."""

    def __init__(self, function, errors):
        self._function, self._errors = function, errors

    def encode(self, text):
        return self._function(text, self._errors)[0]


class _MarkedDecoder(_NativeDecoder):
    """Of UTF-16 and UTF-32, whose first characters tell the order of bytes."""

    _order = 0

    def __init__(self, function, stem, errors):
        _NativeDecoder.__init__(self, function, True, errors)
        self._name = stem.replace('_', '-').upper()

    def decode(self, data, final=False):
        data = self._rest + data
        text, consumed, order = self._function(data, self._errors, self._order, final)
        if not order and not self._order and consumed >= 2:
            raise UnicodeError(self._name + ' stream does not start with BOM')
        self._order = order or self._order
        self._rest = data[consumed:]
        return text

    def reset(self):
        self._rest, self._order = b'', 0

    def getstate(self):
        own = -1 if sys.byteorder == 'little' else 1
        return self._rest, 2 if not self._order else int(self._order != own)

    def setstate(self, state):
        own = -1 if sys.byteorder == 'little' else 1
        self._rest, self._order = state[0], (own, -own, 0)[state[1]]


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

    def getstate(self):
        return self._rest, int(not self._begun)

    def setstate(self, state):
        self._rest, self._begun = state[0], not state[1]


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
        return encoder, _MarkedDecoder(getattr(native, stem + '_ex_decode'), stem, errors)
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
                _NativeDecoder(lambda data, errors, final: native.named_decode(name, data, errors, final), True, errors))
    try:
        codecs = __import__(_CODECS)
    except ImportError:
        raise LookupError('unknown encoding: ' + encoding) from None
    try:
        encoder, decoder = codecs.getincrementalencoder(encoding), codecs.getincrementaldecoder(encoding)
    except AttributeError:  # the program uses no such codecs: these functions are not linked
        raise LookupError('unknown encoding: ' + encoding) from None
    return encoder(errors), decoder(errors)


@_presents()
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

    def getstate(self):
        held, state = (b'', 0) if self.decoder is None else self.decoder.getstate()
        return held, state << 1 | self._held

    def setstate(self, state):
        held, number = state
        self._held = bool(number & 1)
        if self.decoder is not None:
            self.decoder.setstate((held, number >> 1))

    @property
    def newlines(self):
        names = [name for bit, name in ((2, '\r'), (1, '\n'), (4, '\r\n')) if self._seen & bit]
        return None if not names else names[0] if len(names) == 1 else tuple(names)


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError("TextIOWrapper() argument 'newline' must be str or None, not " + type(newline).__name__)
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: %s' % (newline,))


class _Cookie:
    """What tell() of a text answers: where in the file decoding has to start, from which state of the decoder, and how
    much of what is decoded then was read already. Packed into one int: mostly the position alone."""

    def __init__(self, number=0):
        mask = (1 << 64) - 1
        self.position, self.state = number & mask, number >> 64 & mask
        self.feed, self.skip, self.at_end = number >> 128 & mask, number >> 192 & mask, number >> 256

    def pack(self):
        return self.position | self.state << 64 | self.feed << 128 | self.skip << 192 | self.at_end << 256


@_presents(_TextFile)
class TextIOWrapper(_Layer, TextIOBase):
    """Text over a file of bytes."""

    _CHUNK_SIZE = 8192
    _detached_message = 'underlying buffer has been detached'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not " + type(encoding).__name__)
        buffer.readable, buffer.writable  # what is no file has neither
        _Layer.__init__(self, buffer)
        self._told = True  # no line was asked for as the next item since the last seek
        self._text = ''
        self._pending = []
        self._start = None  # the decoder's state before `_data` was decoded, `_made` characters; or None
        self._data, self._made = b'', 0
        self._decoded = False  # something was read since the beginning or the last seek
        self._configure('UTF-8' if encoding in (None, 'locale') else encoding, errors or 'strict', newline,
                        line_buffering, write_through)

    def _configure(self, encoding, errors, newline, line_buffering, write_through):
        self._encoder, decoder = _coders(encoding, errors)
        self._encoding, self._errors, self._newline = encoding, errors, newline
        self._line_buffering, self._write_through = line_buffering, write_through
        if isinstance(self._encoder, _MarkedEncoder) and self._below.seekable() and self._below.writable():
            self._encoder.marked = self._below.tell() > 0
        self._decoder = decoder if newline else IncrementalNewlineDecoder(decoder, newline is None)

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        self._check_attached()
        if self._decoded and (encoding is not None or errors is not None or newline is not Ellipsis):
            self._unsupported('It is not possible to set the encoding or newline of stream after the first read')
        if newline is not Ellipsis:
            _check_newline(newline)
        for flag in (line_buffering, write_through):
            if flag is not None and not hasattr(flag, '__index__'):
                raise TypeError('%r object cannot be interpreted as an integer' % type(flag).__name__)
        self.flush()
        if errors is None:
            errors = self._errors if encoding is None else 'strict'
        self._configure(encoding or self._encoding, errors, self._newline if newline is Ellipsis else newline,
                        self._line_buffering if line_buffering is None else bool(line_buffering),
                        self._write_through if write_through is None else bool(write_through))

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

    def readable(self):
        self._check_attached()
        return self._below.readable()

    def writable(self):
        self._check_attached()
        return self._below.writable()

    def _fill(self):
        """Decodes one more piece; False at the end of the file."""
        self._write_out()
        read = getattr(self._below, 'read1', None) or self._below.read
        if not self._text:
            held, state = self._decoder.getstate()
            self._start, self._data, self._made = state, held, 0
        data = read(self._CHUNK_SIZE)
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("underlying %s() should have returned a bytes-like object, not %r"
                            % (read.__name__, type(data).__name__))
        text = self._decoder.decode(data, not data)
        self._decoded = True
        self._data += data
        self._made += len(text)
        self._text += text
        return bool(data)

    def _take(self, count):
        text, self._text = self._text[:count], self._text[count:]
        return text

    def read(self, size=-1):
        self._check_open()
        size = _count(size)
        self._check_can_read()
        while (size < 0 or len(self._text) < size) and self._fill():
            pass
        return self._take(len(self._text) if size < 0 else size)

    def _check_can_read(self):
        if not self._below.readable():
            self._unsupported('not readable')

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
        limit = size if type(size) is int else _count(size)
        self._check_can_read()
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
        if self._decoded:  # what was read ahead is lost, as in CPython
            self._forget(None)
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
        if not self._below.seekable():
            self._unsupported('underlying stream is not seekable')
        if not self._told:
            raise OSError('telling position disabled by next() call')
        self.flush()
        cookie = _Cookie(self._below.tell())
        if self._start is None:
            return cookie.pack()
        cookie.position -= len(self._data)
        cookie.state = self._start
        used = self._made - len(self._text)
        if used == 0:
            return cookie.pack()
        decoder, saved = self._decoder, self._decoder.getstate()
        try:
            self._find_start(decoder, cookie, used)
        finally:
            decoder.setstate(saved)
        return cookie.pack()

    def _find_start(self, decoder, cookie, used):
        """Finds the last place in `_data` before the character number `used` from which it can be decoded on; the
        guess in the beginning supposes that all characters have the same size."""
        data = self._data
        guess, back = len(data) * used // self._made, 1
        while guess > 0:
            decoder.setstate((b'', cookie.state))
            count = len(decoder.decode(data[:guess]))
            if count <= used:
                held, state = decoder.getstate()
                if not held:
                    used -= count
                    cookie.state = state
                    break
                guess -= len(held)
                back = 1
            else:
                guess -= back
                back *= 2
        else:
            guess = 0
            decoder.setstate((b'', cookie.state))
        cookie.position += guess
        cookie.skip = used
        if used == 0:
            return
        fed = count = 0
        for at in range(guess, len(data)):
            fed += 1
            count += len(decoder.decode(data[at:at + 1]))
            held, state = decoder.getstate()
            if not held and count <= used:  # here decoding can start, too
                cookie.position += fed
                used -= count
                cookie.state, fed, count = state, 0, 0
            if count >= used:
                break
        else:
            count += len(decoder.decode(b'', final=True))
            cookie.at_end = 1
            if count < used:
                raise OSError("can't reconstruct logical file position")
        cookie.feed, cookie.skip = fed, used

    def seek(self, cookie, whence=0):
        self._check_open()
        if not self._below.seekable():
            self._unsupported('underlying stream is not seekable')
        if whence not in (0, 1, 2):
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        if whence == 1:
            if cookie:
                self._unsupported("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie:
                self._unsupported("can't do nonzero end-relative seeks")
            self.flush()
            return self._restart(self._below.seek(0, 2), None)
        elif cookie < 0:
            raise ValueError('negative seek position %r' % (cookie,))
        self.flush()
        where = _Cookie(cookie)
        self._below.seek(where.position)
        self._restart(where.position, where.state if cookie else None)
        if where.skip:
            self._data = self._below.read(where.feed)
            self._text = self._decoder.decode(self._data, bool(where.at_end))
            self._start, self._made, self._decoded = where.state, len(self._text), True
            if self._made < where.skip:
                raise OSError("can't restore logical file position")
            self._text = self._text[where.skip:]
        return cookie

    def _restart(self, position, state):
        """Forgets what was read; decoding starts from `state` or, None, anew."""
        self._told = True
        self._forget(state)
        if isinstance(self._encoder, _MarkedEncoder):
            self._encoder.marked = position > 0
        return position

    def _forget(self, state):
        self._decoded = False
        self._text, self._start, self._data, self._made = '', None, b'', 0
        if state is None:
            self._decoder.reset()
        else:
            self._decoder.setstate((b'', state))
            self._start = state

    def truncate(self, pos=None):
        self.flush()
        return self._below.truncate(self.tell() if pos is None else pos)
