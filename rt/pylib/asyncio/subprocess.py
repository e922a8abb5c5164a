"""Child processes with streams."""
import asyncio.unix_events
from _asyncio_transport import log
from asyncio import gather, get_running_loop
from asyncio.protocols import SubprocessProtocol
from asyncio.selector_events import _DEBUG
from asyncio.streams import _DEFAULT_LIMIT, FlowControlMixin, StreamReader, StreamWriter

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessStreamProtocol(FlowControlMixin, SubprocessProtocol):
    """Feeds the output of a child to StreamReaders, and its input from a StreamWriter."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._pipe_fds = []
        self._stdin_closed = loop.create_future()

    def __repr__(self):
        words = [self.__class__.__name__]
        for name in 'stdin', 'stdout', 'stderr':
            stream = getattr(self, name)
            if stream is not None:
                words.append('%s=%r' % (name, stream))
        return '<%s>' % ' '.join(words)

    def _make_reader(self, transport, fd):
        pipe = transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        reader = StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        self._pipe_fds.append(fd)
        return reader

    def connection_made(self, transport):
        self._transport = transport
        self.stdout = self._make_reader(transport, 1)
        self.stderr = self._make_reader(transport, 2)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader_of(self, fd):
        return self.stdout if fd == 1 else self.stderr if fd == 2 else None

    def pipe_data_received(self, fd, data):
        reader = self._reader_of(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if exc is None:
                self._stdin_closed.set_result(None)
            else:
                self._stdin_closed.set_exception(exc)
                self._stdin_closed.exception()
            return
        reader = self._reader_of(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._pipe_fds:
            self._pipe_fds.remove(fd)
        self._maybe_close_transport()  # CPython: 99

    def process_exited(self):
        self._process_exited = True
        self._maybe_close_transport()  # CPython: 103

    def _maybe_close_transport(self):
        if not self._pipe_fds and self._process_exited:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        if stream is self.stdin:
            return self._stdin_closed


class Process:

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return '<%s %s>' % (self.__class__.__name__, self.pid)

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        return await self._transport._wait()

    def send_signal(self, signal):
        self._transport.send_signal(signal)  # CPython: 137

    def terminate(self):
        self._transport.terminate()

    def kill(self):
        self._transport.kill()

    async def _feed_stdin(self, input):
        debug = self._loop.get_debug()
        self.stdin.write(input)
        if debug:
            log(_DEBUG, '%r communicate: feed stdin (%s bytes)', self, len(input))
        try:
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            if debug:
                log(_DEBUG, '%r communicate: stdin got %r', self, error)
        if debug:
            log(_DEBUG, '%r communicate: close stdin', self)
        self.stdin.close()

    async def _noop(self):
        return None

    async def _read_stream(self, fd):
        transport = self._transport.get_pipe_transport(fd)
        name = 'stderr' if fd == 2 else 'stdout'
        if self._loop.get_debug():
            log(_DEBUG, '%r communicate: read %s', self, name)
        output = await (self.stderr if fd == 2 else self.stdout).read()
        if self._loop.get_debug():
            log(_DEBUG, '%r communicate: close %s', self, name)
        transport.close()
        return output

    async def communicate(self, input=None):
        _, stdout, stderr = await gather(
            self._noop() if input is None else self._feed_stdin(input),
            self._noop() if self.stdout is None else self._read_stream(1),
            self._noop() if self.stderr is None else self._read_stream(2))
        await self.wait()  # CPython: 196
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_shell(  # CPython: 205
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), cmd, stdin=stdin, stdout=stdout,
        stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=_DEFAULT_LIMIT, **kwds):
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_exec(  # CPython: 218
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), program, *args, stdin=stdin,
        stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)
