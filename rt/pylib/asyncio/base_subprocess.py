"""The transport of a child process: its pipes and its end, told to a SubprocessProtocol."""
from _asyncio_transport import log, unclosed
from asyncio.protocols import BaseProtocol, Protocol
from asyncio.selector_events import _DEBUG, _INFO, _WARNING
from asyncio.transports import SubprocessTransport

_PIPE = -1


class BaseSubprocessTransport(SubprocessTransport):

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None,
                 extra=None, **kwargs):
        super().__init__(extra)
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        self._pending_calls = []
        self._finished = False
        self._pipes = {fd: None for fd, file in enumerate((stdin, stdout, stderr)) if file == _PIPE}
        try:
            self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,  # CPython: 36
                        bufsize=bufsize, **kwargs)
        except:
            self.close()
            raise
        self._pid = self._proc.pid
        self._extra['subprocess'] = self._proc
        if loop.get_debug():
            log(_DEBUG, 'process %r created: pid %s',
                args if isinstance(args, (bytes, str)) else args[0], self._pid)
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._closed:
            words.append('closed')
        if self._pid is not None:
            words.append('pid=%s' % self._pid)
        if self._returncode is not None:
            words.append('returncode=%s' % self._returncode)
        else:
            words.append('not started' if self._pid is None else 'running')
        for fd, name in enumerate(('stdin', 'stdout', 'stderr')):
            proto = self._pipes.get(fd)
            if proto is not None:
                words.append('%s=%s' % (name, proto.pipe))
        return '<%s>' % ' '.join(words)

    def __del__(self, _warn=unclosed):
        if (not self._closed and _warn(self, 3)
                and (self._loop is None or not self._loop.is_closed())):
            self.close()

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        raise NotImplementedError  # CPython: 85

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for proto in self._pipes.values():
            if proto is not None:
                proto.pipe.close()
        if (self._proc is not None and self._returncode is None and self._proc.poll() is None):
            if self._loop.get_debug():
                log(_WARNING, 'Close running child process: kill %r', self)
            try:
                self._proc.kill()
            except ProcessLookupError:
                pass

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def _check_proc(self):
        if self._proc is None:
            raise ProcessLookupError()  # CPython: 142

    def send_signal(self, signal):
        self._check_proc()  # CPython: 145
        self._proc.send_signal(signal)  # CPython: 146

    def terminate(self):
        self._check_proc()  # CPython: 149
        self._proc.terminate()

    def kill(self):
        self._check_proc()  # CPython: 153
        self._proc.kill()

    async def _connect_pipes(self, waiter):
        try:
            child = self._proc
            loop = self._loop
            if child.stdin is not None:
                _, self._pipes[0] = await loop.connect_write_pipe(
                    lambda: WriteSubprocessPipeProto(self, 0), child.stdin)
            if child.stdout is not None:
                _, self._pipes[1] = await loop.connect_read_pipe(
                    lambda: ReadSubprocessPipeProto(self, 1), child.stdout)
            if child.stderr is not None:
                _, self._pipes[2] = await loop.connect_read_pipe(
                    lambda: ReadSubprocessPipeProto(self, 2), child.stderr)
            loop.call_soon(self._protocol.connection_made, self)
            for callback, data in self._pending_calls:
                loop.call_soon(callback, *data)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(error)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, callback, *data):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, data))
        else:
            self._loop.call_soon(callback, *data)

    def _pipe_connection_lost(self, fd, error):
        self._call(self._protocol.pipe_connection_lost, fd, error)
        self._try_finish()  # CPython: 202

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)  # CPython: 205

    def _process_exited(self, returncode):
        assert returncode is not None, returncode
        assert self._returncode is None, self._returncode
        if self._loop.get_debug():
            log(_INFO, '%r exited with return code %r', self, returncode)
        self._returncode = returncode
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)  # CPython: 217
        self._try_finish()  # CPython: 219

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        assert not self._finished
        if self._returncode is None:
            return
        if all(proto is not None and proto.disconnected for proto in self._pipes.values()):
            self._finished = True
            self._call(self._call_connection_lost, None)  # CPython: 239

    def _call_connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = None
            self._loop = None
            self._proc = None
            self._protocol = None


class WriteSubprocessPipeProto(BaseProtocol):

    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def __repr__(self):
        return '<%s fd=%s pipe=%r>' % (self.__class__.__name__, self.fd, self.pipe)

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)  # CPython: 271
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()  # CPython: 275

    def resume_writing(self):
        self.proc._protocol.resume_writing()  # CPython: 278


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, Protocol):

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)  # CPython: 285
