"""UNIX sockets, pipes and child processes: further methods of the loop."""
import posix
import _socket
from _asyncio_transport import log, unclosed
from _sockets import new_socket
from _thread import allocate_lock
from asyncio import (AbstractEventLoop, DefaultEventLoopPolicy, SelectorEventLoop,
                     get_event_loop_policy, get_running_loop, sleep)

from asyncio.base_events import (Server, _check_ssl, _connection_transport,
                                 _remove_stale)
from asyncio.base_subprocess import BaseSubprocessTransport
from asyncio.selector_events import (_DEBUG, _INFO, _WARNING, _set_result_unless_cancelled)
from asyncio.transports import ReadTransport, WriteTransport, _FlowControlMixin

_MANY_LOST_WRITES = 5
_EIO = 5
_EADDRINUSE = 98
_SIGCHLD = 17
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
            raise ValueError('Pipe transport is for pipes/sockets only.')  # CPython: 479
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
        elif self._loop.is_closed():
            words.append('open')
        else:
            words.append('polling' if self._loop._watched(self._fileno)[0] else 'idle')
        return '<%s>' % ' '.join(words)

    def __del__(self, _warn=unclosed):
        if self._pipe is not None:
            _warn(self, 1)
            self._pipe.close()

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
        if self._loop.get_debug():
            log(_INFO, '%r was closed by peer', self)
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not self._closing and not self._paused:
            self._paused = True
            self._loop._remove_reader(self._fileno)
            if self._loop.get_debug():
                log(_DEBUG, '%r pauses reading', self)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)
            if self._loop.get_debug():
                log(_DEBUG, '%r resumes reading', self)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._close(None)  # CPython: 558

    def _fatal_error(self, error, message='Fatal error on pipe transport'):
        if isinstance(error, OSError) and error.errno == _EIO:
            if self._loop.get_debug():
                log(_DEBUG, '%r: %s', self, message, exc_info=error)
        else:
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
            raise ValueError('Pipe transport is only for pipes, sockets and character devices')  # CPython: 615
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
        elif self._loop.is_closed():
            words.append('open')
        else:
            words.append('polling' if self._loop._watched(self._fileno)[1] else 'idle')
            words.append('bufsize=%d' % self.get_write_buffer_size())
        return '<%s>' % ' '.join(words)

    def __del__(self, _warn=unclosed):
        if self._pipe is not None:
            _warn(self, 2)
            self._pipe.close()

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        if self._loop.get_debug():
            log(_INFO, '%r was closed by peer', self)
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= _MANY_LOST_WRITES:
                log(_WARNING, 'pipe closed by peer or os.write(pipe, data) raised exception.')
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
            self._call_connection_lost(None)  # CPython: 728

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
            self.write_eof()  # CPython: 757

    def abort(self):
        self._close(None)  # CPython: 765

    def _fatal_error(self, error, message='Fatal error on pipe transport'):
        if isinstance(error, OSError):
            if self._loop.get_debug():
                log(_DEBUG, '%r: %s', self, message, exc_info=error)
        else:
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
        from subprocess import Popen
        self._proc = Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,  # CPython: 810
                           universal_newlines=False, bufsize=bufsize, **kwargs)


class AbstractChildWatcher:

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError  # CPython: 855

    def remove_child_handler(self, pid):
        raise NotImplementedError  # CPython: 863

    def attach_loop(self, loop):
        raise NotImplementedError  # CPython: 873

    def close(self):
        raise NotImplementedError  # CPython: 880

    def is_active(self):
        raise NotImplementedError  # CPython: 889

    def __enter__(self):
        raise NotImplementedError  # CPython: 895

    def __exit__(self, a, b, c):
        raise NotImplementedError  # CPython: 899


class PidfdChildWatcher(AbstractChildWatcher):
    """Learns the end of a child by a descriptor that its loop watches."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def close(self):
        self.attach_loop(None)  # CPython: 928

    def attach_loop(self, loop):
        if self._loop is not None and loop is None and self._callbacks:
            _warn_of_detaching()
        for descriptor, _, _ in self._callbacks.values():
            self._loop._remove_reader(descriptor)
            posix.close(descriptor)
        self._callbacks.clear()
        self._loop = loop

    def add_child_handler(self, pid, callback, *args):
        known = self._callbacks.get(pid)
        if known is not None:
            self._callbacks[pid] = known[0], callback, args
        else:
            descriptor = posix.pidfd_open(pid)
            self._loop._add_reader(descriptor, self._do_wait, pid)
            self._callbacks[pid] = descriptor, callback, args

    def _do_wait(self, pid):
        descriptor, callback, args = self._callbacks.pop(pid)
        self._loop._remove_reader(descriptor)
        returncode = _wait_for_child(pid, 'child process pid %d exit status already read: '
                                     ' will report returncode 255')
        posix.close(descriptor)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        try:
            descriptor, _, _ = self._callbacks.pop(pid)
        except KeyError:
            return False
        self._loop._remove_reader(descriptor)
        posix.close(descriptor)
        return True


class BaseChildWatcher(AbstractChildWatcher):
    """Of those that ask for children that ended whenever SIGCHLD comes to their loop."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def close(self):
        self.attach_loop(None)  # CPython: 987

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError()  # CPython: 993

    def _do_waitpid_all(self):
        raise NotImplementedError()  # CPython: 996

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, AbstractEventLoop)
        if self._loop is not None and loop is None and self._callbacks:
            _warn_of_detaching()
        if self._loop is not None:
            self._loop.remove_signal_handler(_SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(_SIGCHLD, self._sig_chld)
            self._do_waitpid_all()  # CPython: 1016

    def _sig_chld(self):
        try:
            self._do_waitpid_all()  # CPython: 1020
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': 'Unknown exception in SIGCHLD handler',
                'exception': error,
            })


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each of its children by itself."""

    def close(self):
        self._callbacks.clear()
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (callback, args)
        self._do_waitpid(pid)    # perhaps it ended already  # CPython: 1058

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)  # CPython: 1070

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        pid, returncode = _ended_child(expected_pid, self._loop)
        if pid == 0:
            return
        try:
            callback, args = self._callbacks.pop(pid)
        except KeyError as error:
            if self._loop.get_debug():
                log(_WARNING, 'Child watcher got an unexpected pid: %r', pid, exc_info=error)
        else:
            callback(pid, returncode, *args)


class FastChildWatcher(BaseChildWatcher):
    """Takes whatever child ended, be it the program's own."""

    def __init__(self):
        super().__init__()
        self._lock = allocate_lock()
        self._zombies = {}
        self._forks = 0

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, a, b, c):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            collateral_victims = str(self._zombies)
            self._zombies.clear()
        log(_WARNING, 'Caught subprocesses termination from unknown pids: %s', collateral_victims)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            try:
                returncode = self._zombies.pop(pid)
            except KeyError:    # it runs
                self._callbacks[pid] = callback, args
                return
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        while True:
            try:
                pid, status = posix.waitpid(-1, posix.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._ended(pid, posix.waitstatus_to_exitcode(status))

    def _ended(self, pid, returncode):
        debug = self._loop.get_debug()
        with self._lock:
            callback, args = self._callbacks.pop(pid, (None, ()))
            if callback is None and self._forks:    # its handler may still come
                self._zombies[pid] = returncode
                if debug:
                    log(_DEBUG, 'unknown process %s exited with returncode %s', pid, returncode)
                return
            if callback is not None and debug:
                log(_DEBUG, 'process %s exited with returncode %s', pid, returncode)
        if callback is None:
            log(_WARNING, 'Caught subprocess termination from unknown pid: %d -> %d', pid,
                returncode)
        else:
            callback(pid, returncode, *args)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """Asks for each of its children, of whatever loop, whenever SIGCHLD comes to the program."""

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        import signal
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        if signal.getsignal(_SIGCHLD) != self._sig_chld:
            log(_WARNING, 'SIGCHLD handler was changed by outside code')
        else:
            signal.signal(_SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (get_running_loop(), callback, args)
        self._do_waitpid(pid)    # perhaps it ended already  # CPython: 1261

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def attach_loop(self, loop):
        import signal
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(_SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            log(_WARNING, 'Previous SIGCHLD handler was set by non-Python code, '
                'restore to default handler on watcher close.')
            self._saved_sighandler = signal.SIG_DFL
        signal.siginterrupt(_SIGCHLD, False)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)  # CPython: 1289

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        pid, returncode = _ended_child(expected_pid, self._callbacks[expected_pid][0])
        if pid == 0:
            return
        try:
            loop, callback, args = self._callbacks.pop(pid)
        except KeyError as error:
            log(_WARNING, 'Child watcher got an unexpected pid: %r', pid, exc_info=error)
        else:
            _call_in(loop, pid, callback, returncode, args)

    def _sig_chld(self, signum, frame):
        try:
            self._do_waitpid_all()  # CPython: 1330
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            log(_WARNING, 'Unknown exception in SIGCHLD handler', exc_info=error)


class ThreadedChildWatcher(AbstractChildWatcher):
    """Learns the end of a child by the loop that started it: without a thread, but in the order
    that a waiting thread makes."""

    def __init__(self):
        self._handlers = {}     # keeps the transport of a child that outlives its loop

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
        self._handlers[pid] = callback, args
        _watch_child(get_running_loop(), pid, self._ended, ())

    def _ended(self, pid, returncode):
        callback, args = self._handlers.pop(pid)
        callback(pid, returncode, *args)


def _warn_of_detaching():
    import warnings
    warnings.warn('A loop is being detached from a child watcher with pending handlers',
                  RuntimeWarning)


_UNKNOWN_CHILD = 'Unknown child process pid %d, will report returncode 255'


def _wait_for_child(pid, complaint=_UNKNOWN_CHILD):
    """The exit code; 255 if it was taken elsewhere."""
    try:
        _, status = posix.waitpid(pid, 0)
    except ChildProcessError:
        log(_WARNING, complaint, pid)
        return 255
    return posix.waitstatus_to_exitcode(status)


def _ended_child(expected_pid, loop):
    """The pid of the child and its exit code if it ended, else (0, None)."""
    try:
        pid, status = posix.waitpid(expected_pid, posix.WNOHANG)
    except ChildProcessError:
        log(_WARNING, _UNKNOWN_CHILD, expected_pid)
        return expected_pid, 255
    if pid == 0:
        return 0, None
    returncode = posix.waitstatus_to_exitcode(status)
    if loop.get_debug():
        log(_DEBUG, 'process %s exited with returncode %s', expected_pid, returncode)
    return pid, returncode


def _call_in(loop, pid, callback, returncode, args):
    if loop.is_closed():
        log(_WARNING, 'Loop %r that handles pid %r is closed', loop, pid)
    else:
        loop.call_soon_threadsafe(callback, pid, returncode, *args)


_TURNS = 5


def _call_after_turns(loop, turns, pid, callback, returncode, args):
    if turns == 0:
        if loop.get_debug():
            log(_DEBUG, 'process %s exited with returncode %s', pid, returncode)
        callback(pid, returncode, *args)
    elif loop.is_closed():
        _call_in(loop, pid, callback, returncode, args)
    else:
        loop.call_soon(_call_after_turns, loop, turns - 1, pid, callback, returncode, args)


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
        _call_after_turns(loop, _TURNS, pid, callback, _wait_for_child(pid), args)

    loop._add_reader(descriptor, ended)


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)


class _PolicyMethods:
    """What the class of event loop policies has besides what is written in C. Setting a loop in
    the main thread attaches it to _watcher, if there is one (aio_policy.c)."""
    _watcher = None

    def get_child_watcher(self):
        if self._watcher is None:
            self._watcher = ThreadedChildWatcher()
        return self._watcher

    def set_child_watcher(self, watcher):
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher


# -- UNIX sockets -------------------------------------------------------------------------------------------------

def _check_unix_socket(sock):
    if sock.family != _socket.AF_UNIX or sock.type != _socket.SOCK_STREAM:
        raise ValueError('A UNIX Domain Stream Socket was expected, got %r' % (sock,))


def _path_of(path):
    if isinstance(path, (str, bytes)):
        return path
    if not hasattr(type(path), '__fspath__'):
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    return path.__fspath__()


def _bind_path(path):
    path = _path_of(path)
    sock = new_socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    if path[0] not in (0, '\x00'):
        _remove_stale(path)
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

class _UnixSelectorEventLoop:
    """What the loop's class of that name has besides what is written in C."""

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                     server_hostname=None, ssl_handshake_timeout=None,
                                     ssl_shutdown_timeout=None):
        assert server_hostname is None or isinstance(server_hostname, str)
        _check_ssl(ssl, server_hostname=server_hostname,
                   ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if ssl and server_hostname is None:
            raise ValueError('you have to pass server_hostname when using ssl')  # CPython: 238
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')  # CPython: 252
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
                raise ValueError('no path and sock were specified')  # CPython: 266
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
            raise TypeError('ssl argument must be an SSLContext or None')  # CPython: 286
        _check_ssl(ssl, ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')  # CPython: 298
            sock = _bind_path(path)
        elif sock is None:
            raise ValueError('path was not specified, and no sock specified')  # CPython: 332
        else:
            _check_unix_socket(sock)
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout,
                        ssl_shutdown_timeout)
        if start_serving:
            server._begin_serving()
            await sleep(0)
        return server

    def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        return _UnixReadPipeTransport(self, pipe, protocol, waiter, extra)

    def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        return _UnixWritePipeTransport(self, pipe, protocol, waiter, extra)

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr,
                                         bufsize, extra=None, **kwargs):
        with get_child_watcher() as watcher:
            if not watcher.is_active():
                raise RuntimeError('asyncio.get_child_watcher() is not activated, '  # CPython: 204
                                   'subprocess support is not installed.')
            waiter = self.create_future()
            transport = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout,  # CPython: 207
                                                 stderr, bufsize, waiter=waiter, extra=extra,
                                                 **kwargs)
            watcher.add_child_handler(transport.get_pid(), self._child_watcher_callback, transport)
            try:
                await waiter
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                transport.close()
                await transport._wait()
                raise
        return transport

    def _child_watcher_callback(self, pid, returncode, transport):
        self.call_soon_threadsafe(self.call_soon, transport._process_exited, returncode)


_LoopMethods = _UnixSelectorEventLoop
_UnixSelectorEventLoop = SelectorEventLoop
_UnixDefaultEventLoopPolicy = DefaultEventLoopPolicy

