"""UNIX sockets, pipes and child processes: further methods of the loop."""
import posix
import _socket
from _sockets import new_socket
from asyncio import DefaultEventLoopPolicy, SelectorEventLoop, sleep

from asyncio.base_events import Server, _check_ssl, _connection_transport
from asyncio.base_subprocess import BaseSubprocessTransport
from asyncio.selector_events import _set_result_unless_cancelled, _warn_lost_write
from asyncio.transports import ReadTransport, WriteTransport, _FlowControlMixin

_UnixSelectorEventLoop = SelectorEventLoop
_UnixDefaultEventLoopPolicy = DefaultEventLoopPolicy
_MANY_LOST_WRITES = 5
_EIO = 5
_EADDRINUSE = 98
_KINDS = 0o170000
_SOCKET, _CHARACTER, _FIFO = 0o140000, 0o020000, 0o010000


# -- pipes ----------------------------------------------------------------------------------------------------

class _UnixReadPipeTransport(ReadTransport):

    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._extra['pipe'] = pipe
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._paused = False
        if posix.fstat(self._fileno).st_mode & _KINDS not in (_FIFO, _SOCKET, _CHARACTER):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError('Pipe transport is for pipes/sockets only.')
        posix.set_blocking(self._fileno, False)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._pipe is None:
            words.append('closed')
        elif self._closing:
            words.append('closing')
        words.append('fd=%s' % self._fileno)
        if self._pipe is None:
            words.append('closed')
        else:
            words.append('polling' if self._loop._watched(self._fileno)[0] else 'idle')
        return '<%s>' % ' '.join(words)

    def _read_ready(self):
        try:
            data = posix.read(self._fileno, self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._fatal_error(error, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not self._closing and not self._paused:
            self._paused = True
            self._loop._remove_reader(self._fileno)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._close(None)

    def _fatal_error(self, error, message='Fatal error on pipe transport'):
        if not (isinstance(error, OSError) and error.errno == _EIO):
            self._loop.call_exception_handler({
                'message': message,
                'exception': error,
                'transport': self,
                'protocol': self._protocol,
            })
        self._close(error)

    def _close(self, error):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


class _UnixWritePipeTransport(_FlowControlMixin, WriteTransport):

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._extra['pipe'] = pipe
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._conn_lost = 0
        self._closing = False
        kind = posix.fstat(self._fileno).st_mode & _KINDS
        if kind not in (_FIFO, _SOCKET, _CHARACTER):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError('Pipe transport is only for pipes, sockets and character devices')
        posix.set_blocking(self._fileno, False)
        loop.call_soon(protocol.connection_made, self)
        if kind != _CHARACTER:   # tells when the reading end is closed
            loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._pipe is None:
            words.append('closed')
        elif self._closing:
            words.append('closing')
        words.append('fd=%s' % self._fileno)
        if self._pipe is None:
            words.append('closed')
        else:
            words.append('polling' if self._loop._watched(self._fileno)[1] else 'idle')
            words.append('bufsize=%d' % self.get_write_buffer_size())
        return '<%s>' % ' '.join(words)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= _MANY_LOST_WRITES:
                _warn_lost_write('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = posix.write(self._fileno, data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._conn_lost += 1
                self._fatal_error(error, 'Fatal write error on pipe transport')
                return
            if sent == len(data):
                return
            if sent > 0:
                data = memoryview(data)[sent:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        assert self._buffer, 'Data should not be empty'
        try:
            sent = posix.write(self._fileno, self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._buffer.clear()
            self._conn_lost += 1
            self._loop._remove_writer(self._fileno)
            self._fatal_error(error, 'Fatal write error on pipe transport')
            return
        if sent < len(self._buffer):
            del self._buffer[:sent]
            return
        self._buffer.clear()
        self._loop._remove_writer(self._fileno)
        self._maybe_resume_protocol()
        if self._closing:
            self._loop._remove_reader(self._fileno)
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        assert self._pipe
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _fatal_error(self, error, message='Fatal error on pipe transport'):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': error,
                'transport': self,
                'protocol': self._protocol,
            })
        self._close(error)

    def _close(self, error):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
        self._buffer.clear()
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


# -- child processes ----------------------------------------------------------------------------------------

class _UnixSubprocessTransport(BaseSubprocessTransport):

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        from subprocess import PIPE, Popen
        child_end = None
        if stdin == PIPE:
            # a pair of sockets: it tells when the child closes its end
            stdin, child_end = _make_pair()
        try:
            self._proc = Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,
                               universal_newlines=False, bufsize=bufsize, **kwargs)
            if child_end is not None:
                stdin.close()
                self._proc.stdin = open(child_end.detach(), 'wb', buffering=bufsize)
                child_end = None
        finally:
            if child_end is not None:
                stdin.close()
                child_end.close()


def _make_pair():
    from _sockets import socket
    ends = _socket.socketpair()
    return [socket(end.family, end.type, end.proto, end.detach()) for end in ends]


class AbstractChildWatcher:

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError

    def remove_child_handler(self, pid):
        raise NotImplementedError

    def attach_loop(self, loop):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def is_active(self):
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, a, b, c):
        raise NotImplementedError


class ThreadedChildWatcher(AbstractChildWatcher):
    """Learns the end of a child by the loop that started it."""

    def is_active(self):
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def attach_loop(self, loop):
        pass

    def remove_child_handler(self, pid):
        return True

    def add_child_handler(self, pid, callback, *args):
        from asyncio import get_running_loop
        _watch_child(get_running_loop(), pid, callback, args)


class PidfdChildWatcher(ThreadedChildWatcher):
    pass


class MultiLoopChildWatcher(ThreadedChildWatcher):
    pass


class SafeChildWatcher(ThreadedChildWatcher):
    pass


class FastChildWatcher(ThreadedChildWatcher):
    pass


_child_watcher = None


def get_child_watcher():
    global _child_watcher
    if _child_watcher is None:
        _child_watcher = ThreadedChildWatcher()
    return _child_watcher


def set_child_watcher(watcher):
    global _child_watcher
    _child_watcher = watcher


_TURNS = 5


def _call_after_turns(loop, turns, callback, args):
    if turns == 0:
        callback(*args)
    elif not loop.is_closed():
        loop.call_soon(_call_after_turns, loop, turns - 1, callback, args)


def _watch_child(loop, pid, callback, args):
    """Calls callback(pid, returncode, *args) after the child ended; some turns later, so that what
    it wrote at last and the end of its pipes are told first, as they are by a waiting thread."""
    try:
        descriptor = posix.pidfd_open(pid)
    except OSError:
        future = loop.run_in_executor(None, _wait_for_child, pid)
        future.add_done_callback(lambda future: callback(pid, future.result(), *args))
        return

    def ended():
        loop._remove_reader(descriptor)
        posix.close(descriptor)
        _call_after_turns(loop, _TURNS, callback, (pid, _wait_for_child(pid), *args))

    loop._add_reader(descriptor, ended)


def _wait_for_child(pid):
    try:
        _, status = posix.waitpid(pid, 0)
    except ChildProcessError:
        return 255
    return posix.waitstatus_to_exitcode(status)


async def _make_subprocess_transport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize,
                                     extra=None, **kwargs):
    with get_child_watcher() as watcher:
        if not watcher.is_active():
            raise RuntimeError('asyncio.get_child_watcher() is not activated, '
                               'subprocess support is not installed.')
        waiter = loop.create_future()
        transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr,
                                             bufsize, waiter=waiter, extra=extra, **kwargs)

        def ended(pid, returncode, transport):
            loop.call_soon_threadsafe(loop.call_soon, transport._process_exited, returncode)

        watcher.add_child_handler(transport.get_pid(), ended, transport)
        try:
            await waiter
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            transport.close()
            await transport._wait()
            raise
    return transport


def _check_process_options(options):
    """Options of Popen that make no sense here; each with the value it may have."""
    for name, wanted in (('universal_newlines', False), ('shell', None), ('bufsize', 0),
                         ('text', False), ('encoding', None), ('errors', None)):
        if name in options:
            value = options.pop(name)
            if (value != wanted if wanted is not False else value):
                raise ValueError('%s must be %r' % (name, wanted))


# -- UNIX sockets -------------------------------------------------------------------------------------------------

def _check_unix_socket(sock):
    if sock.family != _socket.AF_UNIX or sock.type != _socket.SOCK_STREAM:
        raise ValueError('A UNIX Domain Stream Socket was expected, got %r' % (sock,))


def _path_of(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


def _bind_path(path):
    path = _path_of(path)
    sock = new_socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    if path[0] not in (0, '\x00'):
        try:
            if posix.stat(path).st_mode & _KINDS == _SOCKET:
                posix.remove(path)
        except OSError:
            pass
    try:
        sock.bind(path)
    except OSError as error:
        sock.close()
        if error.errno == _EADDRINUSE:
            raise OSError(_EADDRINUSE, 'Address %r is already in use' % (path,)) from None
        raise
    except:
        sock.close()
        raise
    return sock


# -- the loop's methods -----------------------------------------------------------------------------------------------

class _LoopMethods:

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                     server_hostname=None, ssl_handshake_timeout=None,
                                     ssl_shutdown_timeout=None):
        _check_ssl(ssl, server_hostname=server_hostname,
                   ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if ssl and server_hostname is None:
            raise ValueError('you have to pass server_hostname when using ssl')
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            path = _path_of(path)
            sock = new_socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, path)
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('no path and sock were specified')
            _check_unix_socket(sock)
            sock.setblocking(False)
        tls = {'sslcontext': ssl, 'server_hostname': server_hostname,
               'ssl_handshake_timeout': ssl_handshake_timeout,
               'ssl_shutdown_timeout': ssl_shutdown_timeout} if ssl else None
        return await _connection_transport(self, sock, protocol_factory, tls)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100,
                                 ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                                 start_serving=True):
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_ssl(ssl, ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            sock = _bind_path(path)
        elif sock is None:
            raise ValueError('path was not specified, and no sock specified')
        else:
            _check_unix_socket(sock)
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout,
                        ssl_shutdown_timeout)
        if start_serving:
            server._begin_serving()
            await sleep(0)
        return server

    async def connect_read_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _UnixReadPipeTransport(self, pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_write_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _UnixWritePipeTransport(self, pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1,
                               shell=True, **kwargs):
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')
        if not shell:
            raise ValueError('shell must be True')
        _check_process_options(kwargs)
        protocol = protocol_factory()
        transport = await _make_subprocess_transport(self, protocol, cmd, True, stdin, stdout,
                                                     stderr, 0, **kwargs)
        return transport, protocol

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1,
                              stderr=-1, shell=False, **kwargs):
        if shell:
            raise ValueError('shell must be False')
        _check_process_options(kwargs)
        protocol = protocol_factory()
        transport = await _make_subprocess_transport(self, protocol, (program,) + args, False,
                                                     stdin, stdout, stderr, 0, **kwargs)
        return transport, protocol
