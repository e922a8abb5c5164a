"""Streams: reading and writing connections with coroutines."""
from _asyncio_transport import log, take_front
from _collections import deque

from asyncio import (IncompleteReadError, LimitOverrunError, get_event_loop, get_running_loop,
                     iscoroutine, sleep)
import asyncio.base_events
from asyncio.protocols import Protocol
from asyncio.selector_events import _DEBUG

_DEFAULT_LIMIT = 2 ** 16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)  # CPython: 48
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return await loop.create_server(factory, host, port, **kwds)  # CPython: 85


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return await loop.create_unix_server(factory, path, **kwds)


class FlowControlMixin(Protocol):
    """Lets drain() wait while the transport's buffer is too full."""

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = None    # a deque once somebody waits
        self._connection_lost = False

    def pause_writing(self):
        assert not self._paused
        self._paused = True
        if self._loop.get_debug():
            log(_DEBUG, '%r pauses writing', self)

    def resume_writing(self):
        assert self._paused
        self._paused = False
        if self._loop.get_debug():
            log(_DEBUG, '%r resumes writing', self)
        for waiter in self._drain_waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if not self._paused:
            return
        for waiter in self._drain_waiters or ():
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)  # CPython: 163

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')  # CPython: 167
        if not self._paused:
            return
        waiter = self._loop.create_future()
        if self._drain_waiters is None:
            self._drain_waiters = deque()
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError  # CPython: 178


class StreamReaderProtocol(FlowControlMixin, Protocol):
    """Feeds what a transport receives to a StreamReader."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._stream_writer = None
        self._task = None
        self._transport = None
        self._client_connected_cb = client_connected_cb
        self._over_ssl = False
        self._end = None    # _closed once it was asked for; its result in a tuple if nobody did before

    @property
    def _closed(self):
        end = self._end
        if end is None or isinstance(end, tuple):
            self._end = future = self._loop.create_future()
            if end is not None:
                self._complete(future, *end)
        return self._end

    def _complete(self, future, exc):
        if exc is None:
            future.set_result(None)
        else:
            future.set_exception(exc)
            future.exception()

    def _replace_writer(self, writer):
        self._stream_writer = writer
        self._transport = writer.transport
        self._over_ssl = self._transport.get_extra_info('sslcontext') is not None

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)  # CPython: 240
        self._over_ssl = transport.get_extra_info('sslcontext') is not None  # CPython: 241
        if self._client_connected_cb is not None:
            self._stream_writer = StreamWriter(transport, self, reader, self._loop)
            result = self._client_connected_cb(reader, self._stream_writer)  # CPython: 246
            if iscoroutine(result):
                self._task = self._loop.create_task(result)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()  # CPython: 256
            else:
                reader.set_exception(exc)  # CPython: 258
        if self._end is None:
            self._end = (exc,)
        elif not self._closed.done():
            self._complete(self._end, exc)
        super().connection_lost(exc)  # CPython: 264
        self._stream_reader = None
        self._stream_writer = None
        self._task = None
        self._transport = None

    def data_received(self, data):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_data(data)  # CPython: 273

    def eof_received(self):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof()  # CPython: 278
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        words = [self.__class__.__name__, 'transport=%r' % (self._transport,)]
        if self._reader is not None:
            words.append('reader=%r' % (self._reader,))
        return '<%s>' % ' '.join(words)

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)  # CPython: 335

    def write_eof(self):
        return self._transport.write_eof()  # CPython: 338

    def can_write_eof(self):
        return self._transport.can_write_eof()  # CPython: 341

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        await self._protocol._get_close_waiter(self)  # CPython: 350

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)  # CPython: 353

    async def drain(self):
        if self._reader is not None:
            error = self._reader.exception()
            if error is not None:
                raise error
        if self._transport.is_closing():
            await sleep(0)
        await self._protocol._drain_helper()  # CPython: 378

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None):
        protocol = self._protocol
        await self.drain()  # CPython: 386
        self._transport = await self._loop.start_tls(
            self._transport, protocol, sslcontext,
            server_side=protocol._client_connected_cb is not None,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout)
        protocol._replace_writer(self)  # CPython: 392


class StreamReader:

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')  # CPython: 404
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
        self._buffer = b''      # a bytearray once there was data
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        words = ['StreamReader']
        if self._buffer:
            words.append('%d bytes' % len(self._buffer))
        if self._eof:
            words.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            words.append('limit=%d' % self._limit)
        if self._waiter:
            words.append('waiter=%r' % (self._waiter,))
        if self._exception:
            words.append('exception=%r' % (self._exception,))
        if self._transport:
            words.append('transport=%r' % (self._transport,))
        if self._paused:
            words.append('paused')
        return '<%s>' % ' '.join(words)

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(exc)  # CPython: 449

    def _wakeup_waiter(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_result(None)

    def set_transport(self, transport):
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()  # CPython: 470

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, 'feed_data after feed_eof'
        if not data:
            return
        if isinstance(self._buffer, bytes):
            self._buffer = bytearray()
        self._buffer.extend(data)
        self._wakeup_waiter()  # CPython: 483
        if (self._transport is not None and not self._paused and
                len(self._buffer) > 2 * self._limit):
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    def _start_waiting(self, func_name):
        """The future that is done when there is more, or the end. Whoever awaits it clears _waiter
        afterwards."""
        if self._waiter is not None:
            raise RuntimeError('%s() called while another coroutine is already waiting for '  # CPython: 508 _wait_for_data
                               'incoming data' % func_name)
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = waiter = self._loop.create_future()
        return waiter

    def _take(self, size):
        """The first `size` bytes of the buffer."""
        data = take_front(self._buffer, size)
        if self._paused:
            self._maybe_resume_transport()
        return data

    def _take_all(self):
        data = bytes(self._buffer)
        if data:
            self._buffer.clear()
        return data

    def _overrun(self, consumed):
        """A line is too long: drops it and raises ValueError."""
        try:
            if self._buffer.startswith(b'\n', consumed):
                raise LimitOverrunError('Separator is found, but chunk is longer than limit',  # CPython: 545 readline, 640 readuntil
                                        consumed)
            raise LimitOverrunError('Separator is not found, and chunk exceed the limit',  # CPython: 545 readline, 623 readuntil
                                    consumed)
        except LimitOverrunError as error:
            if self._buffer.startswith(b'\n', consumed):
                del self._buffer[:consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])  # CPython: 554 readline

    async def readline(self):
        if self._exception is not None:
            raise self._exception
        searched = 0
        while True:
            place = self._buffer.find(b'\n', searched)
            if place != -1:
                break
            searched = len(self._buffer)
            if searched > self._limit:
                self._overrun(searched)  # CPython: -
            if self._eof:
                return self._take_all()
            waiter = self._start_waiting('readuntil')  # CPython: 545, 637 readuntil
            try:
                await waiter  # CPython: 545, 637 readuntil, 522 _wait_for_data
            finally:
                self._waiter = None
        if place > self._limit:
            self._overrun(place)  # CPython: -
        return self._take(place + 1)

    async def readuntil(self, separator=b'\n'):
        if isinstance(separator, tuple):
            return await self._read_until_any(separator)
        width = len(separator)
        if width == 0:
            raise ValueError('Separator should be at least one-byte string')  # CPython: 579
        if self._exception is not None:
            raise self._exception  # CPython: 582
        searched = 0    # bytes in which no separator begins
        while True:
            size = len(self._buffer)
            if size - searched >= width:
                place = self._buffer.find(separator, searched)
                if place != -1:
                    break
                searched = size + 1 - width
                if searched > self._limit:
                    raise LimitOverrunError(  # CPython: 623
                        'Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise IncompleteReadError(self._take_all(), None)  # CPython: 634
            waiter = self._start_waiting('readuntil')  # CPython: 637
            try:
                await waiter  # CPython: 637, 522 _wait_for_data
            finally:
                self._waiter = None
        if place > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', place)  # CPython: 640
        return self._take(place + width)

    async def _read_until_any(self, separators):
        """Up to the separator that ends first; of several that end there, the shortest counts against the limit."""
        separators = sorted(separators, key=len)
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError('Separator should be at least one-byte string')
        if self._exception is not None:
            raise self._exception
        searched = 0
        while True:
            size = len(self._buffer)
            if size - searched >= shortest:
                start = end = None
                for separator in separators:
                    place = self._buffer.find(separator, searched)
                    if place != -1 and (end is None or place + len(separator) < end):
                        start, end = place, place + len(separator)
                if end is not None:
                    break
                searched = max(0, size + 1 - longest)
                if searched > self._limit:
                    raise LimitOverrunError(
                        'Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise IncompleteReadError(self._take_all(), None)
            waiter = self._start_waiting('readuntil')
            try:
                await waiter
            finally:
                self._waiter = None
        if start > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception  # CPython: 670
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while True:
                block = await self.read(self._limit)  # CPython: 682
                if not block:
                    return b''.join(blocks)
                blocks.append(block)
        if not self._buffer and not self._eof:
            waiter = self._start_waiting('read')  # CPython: 689
            try:
                await waiter  # CPython: 689, 522 _wait_for_data
            finally:
                self._waiter = None
        return self._take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')  # CPython: 714
        if self._exception is not None:
            raise self._exception  # CPython: 717
        if n == 0:
            return b''
        while len(self._buffer) < n:
            if self._eof:
                raise IncompleteReadError(self._take_all(), n)  # CPython: 726
            waiter = self._start_waiting('readexactly')  # CPython: 728
            try:
                await waiter  # CPython: 728, 522 _wait_for_data
            finally:
                self._waiter = None
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()  # CPython: 743
        if line == b'':
            raise StopAsyncIteration  # CPython: 745
        return line
