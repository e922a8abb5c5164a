"""Transports over sockets that the loop watches, and the loop's sock_* methods."""
import sys
import _socket
from _collections import deque

from _asyncio_transport import SocketTransport, accept, log, setup, unclosed
from asyncio import SelectorEventLoop
from asyncio.protocols import BufferedProtocol
from asyncio.transports import _FlowControlMixin, Transport
from asyncio.trsock import TransportSocket

_MANY_LOST_WRITES = 5
_ACCEPT_RETRY_DELAY = 1
_OUT_OF_RESOURCES = (12, 23, 24, 105)   # ENOMEM, ENFILE, EMFILE, ENOBUFS
_DEBUG, _INFO, _WARNING, _ERROR = 10, 20, 30, 40    # the levels of log()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


# -- which transport has which descriptor --------------------------------------------------------------

def _transports(loop):
    try:
        return loop._transports
    except AttributeError:
        loop._transports = found = {}
        return found


def _ensure_fd_no_transport(loop, fd):
    number = fd
    if not isinstance(number, int):
        try:
            number = int(number.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError('Invalid file object: %r' % (fd,)) from None
    transport = _transports(loop).get(number) or loop._transport_of(number)
    if transport is not None and not transport.is_closing():
        raise RuntimeError('File descriptor %r is used by transport %r' % (fd, transport))


# -- transports ------------------------------------------------------------------------------------------

class _SelectorTransport(_FlowControlMixin, Transport):

    max_size = 256 * 1024
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        extra = self._extra
        extra['socket'] = TransportSocket(sock)
        try:
            extra['sockname'] = sock.getsockname()
        except OSError:
            extra['sockname'] = None
        if 'peername' not in extra:
            try:
                extra['peername'] = sock.getpeername()
            except OSError:
                extra['peername'] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = self._new_buffer()
        self._conn_lost = 0
        self._closing = False
        if server is not None:
            server._attach(self)
        _transports(loop)[self._sock_fd] = self

    def _new_buffer(self):
        return bytearray()

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._sock is None:
            words.append('closed')
        elif self._closing:
            words.append('closing')
        words.append('fd=%d' % self._sock_fd)
        if self._loop is not None and not self._loop.is_closed():
            reads, writes = self._loop._watched(self._sock_fd)
            words.append('read=polling' if reads else 'read=idle')
            words.append('write=<%s, bufsize=%d>' % ('polling' if writes else 'idle',
                                                     self.get_write_buffer_size()))
        return '<%s>' % ' '.join(words)

    def __del__(self, _warn=unclosed):
        if self._sock is not None:
            _warn(self, 0)
            self._sock.close()

    def abort(self):
        self._force_close(None)  # CPython: 819

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, error, message='Fatal error on transport'):
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
        self._force_close(error)

    def _force_close(self, error):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(error)
        finally:
            known = _transports(self._loop)
            if known.get(self._sock_fd) is self:
                del known[self._sock_fd]
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server = self._server
            if server is not None:
                server._detach(self)
                self._server = None

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _start_reading(self):
        if not self._closing:
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def _begin(self, waiter):
        """Schedules what makes the connection known."""
        loop = self._loop
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)


class _SelectorSocketTransport(SocketTransport, _FlowControlMixin, Transport):
    """Written in C; here are its bases."""
    __slots__ = ()
    _start_tls_compatible = True


def _make_socket(fd, family, type, proto):
    """The Python socket of a transport."""
    from _sockets import closed_socket, socket_class
    if fd < 0:
        return closed_socket()
    return socket_class()(family, type, proto, fd)


_make_socket.view = TransportSocket
setup(BufferedProtocol, _make_socket)


class _SelectorDatagramTransport(_SelectorTransport):

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        self._begin(waiter)

    def _new_buffer(self):
        return deque()

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, address)

    def _send(self, data, address):
        """True: sent, or the error was told; False: later."""
        try:
            if self._extra['peername']:
                self._sock.send(data)
            else:
                self._sock.sendto(data, address)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal write error on datagram transport')
        return True

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, not %r'  # CPython: 1173
                            % type(data).__name__)
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError('Invalid address: must be None or %s' % (self._address,))  # CPython: 1180
            addr = self._address
            if self._conn_lost:
                if self._conn_lost >= _MANY_LOST_WRITES:
                    log(_WARNING, 'socket.send() raised exception.')
                self._conn_lost += 1
                return
        if not self._buffer:
            if self._send(data, addr):
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data)
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        while self._buffer:
            data, address = self._buffer[0]
            if not self._send(data, address):
                break
            if self._buffer:
                self._buffer.popleft()
                self._buffer_size -= len(data)
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)  # CPython: 1242


# -- servers ---------------------------------------------------------------------------------------------

def _start_serving(loop, factory, sock, server, backlog, tls=None):
    """`tls`: the keyword arguments of sslproto._make_transport, or None."""
    loop._add_reader(sock.fileno(), _accept_connections, loop, factory, sock, server, backlog, tls)


def _stop_serving(loop, sock):
    loop._remove_reader(sock.fileno())
    sock.close()


def _accept_connections(loop, factory, sock, server, backlog, tls):
    for _ in range(backlog):
        try:
            fd, address = accept(sock.fileno())
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError as error:
            if error.errno not in _OUT_OF_RESOURCES:
                raise
            loop.call_exception_handler({
                'message': 'socket.accept() out of system resource',
                'exception': error,
                'socket': TransportSocket(sock),
            })
            loop._remove_reader(sock.fileno())
            loop.call_later(_ACCEPT_RETRY_DELAY, _start_serving, loop, factory, sock, server,
                            backlog, tls)
        else:
            if loop.get_debug():
                _log_connection(server, fd)
            loop.create_task(_accept_connection2(loop, factory, fd, address, server, tls))


def _log_connection(server, fd):
    from _sockets import socket_class
    sock = socket_class()(fileno=fd)
    try:
        log(_DEBUG, '%r got a new connection from %r: %r', server, sock.getpeername(), sock)
    finally:
        sock.detach()


async def _accept_connection2(loop, factory, fd, address, server, tls):
    protocol = transport = None
    try:
        protocol = factory()
        waiter = loop.create_future()
        if tls is None:
            transport = _SelectorSocketTransport(loop, fd, protocol, waiter, address, server)
        else:
            transport = sys.modules['asyncio.sslproto']._make_transport(
                loop, fd, protocol, waiter=waiter, server_side=True, extra=address, server=server,
                **tls)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        if transport is None:
            _socket.close(fd)
        if loop.get_debug():
            context = {'message': 'Error on transport creation for incoming connection',
                       'exception': error}
            if protocol is not None:
                context['protocol'] = protocol
            if transport is not None:
                context['transport'] = transport
            loop.call_exception_handler(context)


# -- sockets of the program --------------------------------------------------------------------------------

def _check_ssl_socket(sock):
    ssl = sys.modules.get('ssl')
    if ssl is not None and isinstance(sock, ssl.SSLSocket):
        raise TypeError('Socket cannot be of type SSLSocket')


def _check_nonblocking(loop, sock):
    _check_ssl_socket(sock)
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


def _try_into(future, call):
    """Completes the future with what `call` answers, unless it would block."""
    if future.done():
        return
    try:
        result = call()
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


def _wait_readable(loop, future, sock, callback, *args):
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)
    handle = loop._add_reader(fd, callback, *args)
    future.add_done_callback(lambda future: handle.cancelled() or loop._remove_reader(fd))


def _wait_writable(loop, future, sock, callback, *args):
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)
    handle = loop._add_writer(fd, callback, *args)
    future.add_done_callback(lambda future: handle.cancelled() or loop._remove_writer(fd))


async def _receive(loop, sock, call):
    _check_nonblocking(loop, sock)
    try:
        return call()
    except (BlockingIOError, InterruptedError):
        pass
    future = loop.create_future()
    _wait_readable(loop, future, sock, _try_into, future, call)
    return await future


def _send_more(future, sock, view, position):
    if future.done():
        return
    start = position[0]
    try:
        sent = sock.send(view[start:])
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
        return
    position[0] = start + sent
    if position[0] == len(view):
        future.set_result(None)


def _connected(future, sock, address):
    if future.done():
        return
    try:
        error = sock.getsockopt(_socket.SOL_SOCKET, _socket.SO_ERROR)
        if error != 0:
            raise OSError(error, 'Connect call failed %s' % (address,))  # CPython: 674 _sock_connect_cb
    except (BlockingIOError, InterruptedError):
        pass
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(None)
    finally:
        future = None


def _begin_connect(loop, future, sock, address):
    try:
        sock.connect(address)
    except (BlockingIOError, InterruptedError):
        _wait_writable(loop, future, sock, _connected, future, sock, address)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(None)
    finally:
        future = None


def _accept_one(loop, future, sock):
    try:
        connection, address = sock.accept()
        connection.setblocking(False)
    except (BlockingIOError, InterruptedError):
        _wait_readable(loop, future, sock, _accept_one, loop, future, sock)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result((connection, address))


class BaseSelectorEventLoop:
    """What the loop's class of that name has besides what is written in C."""

    def add_reader(self, fd, callback, *args):
        _ensure_fd_no_transport(self, fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        _ensure_fd_no_transport(self, fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        _ensure_fd_no_transport(self, fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        _ensure_fd_no_transport(self, fd)
        return self._remove_writer(fd)

    async def sock_recv(self, sock, n):
        return await _receive(self, sock, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        return await _receive(self, sock, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        return await _receive(self, sock, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        if not nbytes:
            nbytes = len(buf)
        return await _receive(self, sock, lambda: sock.recvfrom_into(buf, nbytes))

    async def sock_sendall(self, sock, data):
        _check_nonblocking(self, sock)
        try:
            sent = sock.send(data)
        except (BlockingIOError, InterruptedError):
            sent = 0
        if sent == len(data):
            return
        future = self.create_future()
        _wait_writable(self, future, sock, _send_more, future, sock, memoryview(data), [sent])
        return await future

    async def sock_sendto(self, sock, data, address):
        _check_nonblocking(self, sock)
        try:
            return sock.sendto(data, address)  # CPython: 585
        except (BlockingIOError, InterruptedError):
            pass
        future = self.create_future()
        _wait_writable(self, future, sock, _try_into, future, lambda: sock.sendto(data, 0, address))
        return await future

    async def sock_connect(self, sock, address):
        _check_nonblocking(self, sock)
        if sock.family in (_socket.AF_INET, _socket.AF_INET6):
            from asyncio.base_events import _ensure_resolved
            resolved = await _ensure_resolved(self, address, sock.family, sock.type, sock.proto)
            address = resolved[0][4]
        future = self.create_future()
        _begin_connect(self, future, sock, address)
        try:
            return await future  # CPython: 634
        finally:
            future = None

    async def sock_accept(self, sock):
        _check_nonblocking(self, sock)
        future = self.create_future()
        _accept_one(self, future, sock)
        return await future


_LoopMethods = BaseSelectorEventLoop
BaseSelectorEventLoop = SelectorEventLoop.__base__
