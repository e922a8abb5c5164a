"""The classes of the module io, by the name of the C module that CPython has them in."""
from io import (BlockingIOError, BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, BytesIO, FileIO,
                IncrementalNewlineDecoder, StringIO, TextIOWrapper, UnsupportedOperation, open, open_code, text_encoding)
from io import BufferedIOBase as _BufferedIOBase
from io import IOBase as _IOBase
from io import RawIOBase as _RawIOBase
from io import TextIOBase as _TextIOBase

DEFAULT_BUFFER_SIZE = 8192
