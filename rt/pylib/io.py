"""Files: open() and the classes behind it, and files in memory."""
import abc
import sys
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
TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom, FileIO = sys._file_types


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

    def readlines(self, hint=None):
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


class BufferedIOBase(IOBase):
    """Files of bytes with a buffer."""


class TextIOBase(IOBase):
    """Files of text."""
    encoding = None
    errors = None
    newlines = None


RawIOBase.register(FileIO)
BufferedIOBase.register(BufferedReader)
BufferedIOBase.register(BufferedWriter)
BufferedIOBase.register(BufferedRandom)
TextIOBase.register(TextIOWrapper)


class BytesIO(BufferedIOBase):
    """A file of bytes in memory."""

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._data = bytearray(b'' if initial_bytes is None else initial_bytes)
        self._pos = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1):
        self._check_open()
        if size is None or size < 0:
            size = len(self._data)
        chunk = bytes(self._data[self._pos:self._pos + size])
        self._pos += len(chunk)
        return chunk

    read1 = read

    def readinto(self, buffer):
        chunk = self.read(len(buffer))
        buffer[:len(chunk)] = chunk
        return len(chunk)

    def readline(self, size=-1):
        self._check_open()
        end = self._data.find(b'\n', self._pos) + 1
        end = end or len(self._data)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        line = bytes(self._data[self._pos:end])
        self._pos += len(line)
        return line

    def write(self, b):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        chunk = bytes(b)
        if self._pos > len(self._data):
            self._data.extend(b'\0' * (self._pos - len(self._data)))
        self._data[self._pos:self._pos + len(chunk)] = chunk
        self._pos += len(chunk)
        return len(chunk)

    def seek(self, pos, whence=0):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %r' % (pos,))
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._data) + pos)
        else:
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        return self._pos

    def tell(self):
        self._check_open()
        return self._pos

    def truncate(self, size=None):
        self._check_open()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError('negative size value %r' % (size,))
        del self._data[size:]
        return size


class StringIO(TextIOBase):
    """A file of text in memory."""
    _closed_message = 'I/O operation on closed file'

    def __init__(self, initial_value='', newline='\n'):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %r' % (newline,))
        self._newline = newline
        self._parts = []  # written at the end, not joined yet
        self._text = ''
        self._pos = 0
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError('initial_value must be str or None, not %s'
                                % type(initial_value).__name__)
            if initial_value:
                self.write(initial_value)
                self._pos = 0

    def _joined(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
        return self._text

    def _translated(self, s):
        if self._newline is None:
            return s.replace('\r\n', '\n').replace('\r', '\n')
        if self._newline in ('\r', '\r\n'):
            return s.replace('\n', self._newline)
        return s

    def getvalue(self):
        self._check_open()
        return self._joined()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def write(self, s):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError('string argument expected, got %r' % type(s).__name__)
        text = self._translated(s)
        if self._parts or self._pos == len(self._text):
            self._parts.append(text)
            self._pos += len(text)
            return len(s)
        whole = self._joined()
        if self._pos > len(whole):
            whole += '\0' * (self._pos - len(whole))
        self._text = whole[:self._pos] + text + whole[self._pos + len(text):]
        self._pos += len(text)
        return len(s)

    def read(self, size=-1):
        self._check_open()
        text = self._joined()
        end = len(text) if size is None or size < 0 else self._pos + size
        chunk = text[self._pos:end]
        self._pos += len(chunk)
        return chunk

    def readline(self, size=-1):
        self._check_open()
        text = self._joined()
        mark = self._newline or '\n'
        end = text.find(mark, self._pos)
        end = len(text) if end < 0 else end + len(mark)
        if self._newline == '':
            bare = text.find('\r', self._pos, end)
            if bare >= 0:
                end = bare + (2 if text.startswith('\r\n', bare) else 1)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        line = text[self._pos:end]
        self._pos += len(line)
        return line

    def seek(self, pos, whence=0):
        self._check_open()
        size = len(self._joined())
        if whence == 0:
            if pos < 0:
                raise ValueError('Negative seek position %r' % (pos,))
            self._pos = pos
        elif whence == 1:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._pos = size
        else:
            raise ValueError('Invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        return self._pos

    def tell(self):
        self._check_open()
        return self._pos

    def truncate(self, pos=None):
        self._check_open()
        pos = self._pos if pos is None else pos
        if pos < 0:
            raise ValueError('Negative size value %r' % (pos,))
        self._text = self._joined()[:pos]
        return pos

    @property
    def line_buffering(self):
        return False
