"""Servers, and the methods of the loop that make connections, servers and datagram endpoints."""
import sys
import _socket
import posix
from _sockets import new_socket
from _asyncio_transport import log
from asyncio import CancelledError, SendfileNotAvailableError, _run_until_complete_cb, gather, sleep

from asyncio.protocols import Protocol
from asyncio.selector_events import (_DEBUG, _ERROR, _INFO, _check_nonblocking, _check_ssl_socket,
                                     _SelectorDatagramTransport, _SelectorSocketTransport,
                                     _start_serving, _stop_serving)
from asyncio.transports import _FlowControlMixin
from asyncio.trsock import TransportSocket

AF_INET, AF_INET6 = _socket.AF_INET, _socket.AF_INET6
SOCK_STREAM, SOCK_DGRAM = _socket.SOCK_STREAM, _socket.SOCK_DGRAM


# -- servers -----------------------------------------------------------------------------------------------

class AbstractServer:

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog,
                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._tls = None    # what a connection needs beside its socket if it speaks TLS
        if ssl_context is not None:
            self._tls = {'sslcontext': ssl_context, 'ssl_handshake_timeout': ssl_handshake_timeout,
                         'ssl_shutdown_timeout': ssl_shutdown_timeout}
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._clients = {}    # transports, in order of arrival
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return '<%s sockets=%r>' % (self.__class__.__name__, self.sockets)

    def _attach(self, transport):
        assert self._sockets is not None
        self._active_count += 1
        self._clients[transport] = None

    def _detach(self, transport):
        assert self._active_count > 0
        self._active_count -= 1
        self._clients.pop(transport, None)
        if self._active_count == 0 and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    def _begin_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            _start_serving(self._loop, self._protocol_factory, sock, self, self._backlog, self._tls)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple(TransportSocket(sock) for sock in self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            _stop_serving(self._loop, sock)
        self._serving = False
        waiting = self._serving_forever_fut
        if waiting is not None and not waiting.done():
            waiting.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wake()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        self._begin_serving()
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError('server %r is already being awaited on serve_forever()' % (self,))  # CPython: 360
        if self._sockets is None:
            raise RuntimeError('server %r is closed' % (self,))  # CPython: 363
        self._begin_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()  # CPython: 373
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


# -- addresses ------------------------------------------------------------------------------------------------

def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo answers for a host that is an address already; None: it must be asked."""
    if proto not in (0, _socket.IPPROTO_TCP, _socket.IPPROTO_UDP) or host is None:
        return None
    if type == SOCK_STREAM:
        proto = _socket.IPPROTO_TCP
    elif type == SOCK_DGRAM:
        proto = _socket.IPPROTO_UDP
    else:
        return None
    if port is None or port == b'' or port == '':
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if isinstance(host, bytes):
        host = host.decode('ascii')
    if '%' in host:
        return None
    families = (AF_INET, AF_INET6) if family == _socket.AF_UNSPEC else (family,)
    for candidate in families:
        try:
            _socket.inet_pton(candidate, host)
        except OSError:
            continue
        address = (host, port, flowinfo, scopeid) if candidate == AF_INET6 else (host, port)
        return candidate, type, proto, '', address
    return None


async def _ensure_resolved(loop, address, family=0, type=SOCK_STREAM, proto=0, flags=0):
    host, port = address[:2]
    info = _ipaddr_info(host, port, family, type, proto, *address[2:])
    if info is not None:
        return [info]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


def _getaddrinfo():
    """That of the module socket, which has enumerations, if the program imports it."""
    return sys.modules.get('socket', _socket).getaddrinfo


def _getaddrinfo_debug(loop, host, port, family, type, proto, flags):
    words = ['%s:%r' % (host, port)]
    for name, value in (('family', family), ('type', type), ('proto', proto), ('flags', flags)):
        if value:
            words.append('%s=%r' % (name, value))
    asked = ', '.join(words)
    log(_DEBUG, 'Get address info %s', asked)
    start = loop.time()
    found = _getaddrinfo()(host, port, family, type, proto, flags)
    took = loop.time() - start
    log(_INFO if took >= loop.slow_callback_duration else _DEBUG,
        'Getting address info %s took %.3fms: %r', asked, took * 1e3, found)
    return found


def _interleave(infos, first_count):
    """Takes turns between address families, after `first_count` - 1 of the first one."""
    groups = {}
    for info in infos:
        groups.setdefault(info[0], []).append(info)
    lists = list(groups.values())
    result = []
    if first_count > 1:
        result.extend(lists[0][:first_count - 1])
        del lists[0][:first_count - 1]
    for turn in range(max((len(one) for one in lists), default=0)):
        result.extend(one[turn] for one in lists if turn < len(one))
    return result


def _set_reuseport(sock):
    try:
        sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, '  # CPython: 95
                         'SO_REUSEPORT defined but not implemented.')


def _check_ssl(ssl, **only_with_ssl):
    for name, value in only_with_ssl.items():
        if value is not None and not ssl:
            raise ValueError('%s is only meaningful with ssl' % name)
    if ssl:
        _tls()


def _tls():
    """The module asyncio.sslproto: a part of programs that mention ssl."""
    module = sys.modules.get('asyncio.sslproto')
    if module is None or module.ssl is None:
        raise NotImplementedError('TLS is not available: ' + (
            'this program was compiled without it' if module is None else
            'the platform has none'))
    return module


# -- connections ------------------------------------------------------------------------------------------------

def _bind_local(sock, family, infos, errors):
    for local_family, _, _, _, address in infos:
        if local_family != family:
            continue
        try:
            sock.bind(address)
            return
        except OSError as error:
            errors.append(OSError(error.errno, 'error while attempting to bind on address %r: %s'
                                  % (address, error.strerror.lower())))
    if errors:
        raise errors.pop()
    raise OSError('no matching local address with family=%s found'
                  % {AF_INET: '<AddressFamily.AF_INET: 2>',
                     AF_INET6: '<AddressFamily.AF_INET6: 10>'}.get(family, family))


async def _connect_sock(loop, all_errors, info, local_infos):
    errors = []
    all_errors.append(errors)
    family, type, proto, _, address = info
    sock = None
    try:
        sock = new_socket(family, type, proto)
        sock.setblocking(False)
        if local_infos is not None:
            _bind_local(sock, family, local_infos, errors)
        await loop.sock_connect(sock, address)  # CPython: 973
        return sock
    except OSError as error:
        errors.append(error)
        if sock is not None:
            sock.close()
        raise
    except:
        if sock is not None:
            sock.close()
        raise
    finally:
        all_errors = errors = None


def _raise_connect_errors(all_errors):
    errors = [error for some in all_errors for error in some]
    try:
        if len(errors) == 1:
            raise errors[0]  # CPython: 1085 create_connection
        model = str(errors[0])
        if all(str(error) == model for error in errors):
            raise errors[0]  # CPython: 1090 create_connection
        raise OSError('Multiple exceptions: %s' % ', '.join(str(error) for error in errors))  # CPython: 1093 create_connection
    finally:
        errors = None


async def _resolve(loop, address, family, type, proto, flags):
    infos = await _ensure_resolved(loop, address, family, type, proto, flags)
    if not infos:
        raise OSError('getaddrinfo() returned empty list')
    return infos


async def _connect_first(loop, infos, local_infos, delay):
    errors = []
    sock = None
    if delay is None:
        for info in infos:
            try:
                sock = await _connect_sock(loop, errors, info, local_infos)  # CPython: 1069 create_connection
                break
            except OSError:
                continue
    else:
        from asyncio.staggered import staggered_race
        sock, _, _ = await staggered_race(
            [lambda info=info: _connect_sock(loop, errors, info, local_infos) for info in infos],
            delay, loop=loop)
    if sock is None:
        _raise_connect_errors(errors)  # CPython: -
    return sock


async def _connection_transport(loop, sock, protocol_factory, tls=None):
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    if tls is None:
        transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    else:
        transport = _tls()._make_transport(loop, sock, protocol, waiter=waiter, **tls)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


# -- servers' sockets ---------------------------------------------------------------------------------------------

async def _server_infos(loop, host, port, family, flags):
    infos = await _ensure_resolved(loop, (host, port), family, SOCK_STREAM, 0, flags)
    if not infos:
        raise OSError('getaddrinfo(%r) returned empty list' % (host,))
    return infos


def _bind_servers(infos, reuse_address, reuse_port):
    sockets = []
    completed = False
    try:
        for family, type, proto, _, address in infos:
            try:
                sock = new_socket(family, type, proto)
            except OSError:
                continue
            sockets.append(sock)
            if reuse_address:
                sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, True)
            if reuse_port:
                _set_reuseport(sock)
            if family == AF_INET6:
                sock.setsockopt(_socket.IPPROTO_IPV6, _socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as error:
                raise OSError(error.errno, 'error while attempting to bind on address %r: %s'
                              % (address, error.strerror.lower())) from None
        completed = True
        return sockets
    finally:
        if not completed:
            for sock in sockets:
                sock.close()


def _hosts(host):
    if host == '':
        return [None]
    if isinstance(host, str) or not hasattr(host, '__iter__'):
        return [host]
    return host


# -- datagrams ------------------------------------------------------------------------------------------------------

def _check_datagram_socket(sock, options):
    if sock.type != SOCK_DGRAM:
        raise ValueError('A UDP Socket was expected, got %r' % (sock,))
    if any(options.values()):
        problems = ', '.join('%s=%s' % (name, value) for name, value in options.items() if value)
        raise ValueError('socket modifier keyword arguments can not be used when sock is '
                         'specified. (%s)' % problems)


def _remove_stale(path):
    """Removes what a socket that was bound to the path left behind."""
    try:
        if posix.stat(path).st_mode & 0o170000 == 0o140000:   # S_ISSOCK
            posix.remove(path)
    except FileNotFoundError:
        pass
    except OSError as error:    # perhaps sockets may only be made in this directory
        log(_ERROR, 'Unable to check or remove stale UNIX socket %r: %r', path, error)


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    """Pairs of (family, proto) and (local address, remote address)."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError('unexpected address family')
        return [((family, proto), (None, None))]
    if family == _socket.AF_UNIX:
        for address in (local_addr, remote_addr):
            if address is not None and not isinstance(address, str):
                raise TypeError('string is expected')
        if local_addr and local_addr[0] not in (0, '\x00'):
            _remove_stale(local_addr)
        return [((family, proto), (local_addr, remote_addr))]
    found = {}
    for place, address in enumerate((local_addr, remote_addr)):
        if address is None:
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError('2-tuple is expected')
        infos = await _resolve(loop, address, family, SOCK_DGRAM, proto, flags)
        for one_family, _, one_proto, _, resolved in infos:
            found.setdefault((one_family, one_proto), [None, None])[place] = resolved
    pairs = [(key, pair) for key, pair in found.items()
             if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
    if not pairs:
        raise ValueError('can not get address information')
    return pairs


async def _datagram_socket(loop, pair, reuse_port, allow_broadcast):
    """The socket and the address it is connected to."""
    (family, proto), (local, remote) = pair
    sock = None
    try:
        sock = new_socket(family, SOCK_DGRAM, proto)
        if reuse_port:
            _set_reuseport(sock)
        if allow_broadcast:
            sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_BROADCAST, 1)
        sock.setblocking(False)
        if local:
            sock.bind(local)
        if remote and not allow_broadcast:
            await loop.sock_connect(sock, remote)
        return sock, remote
    except:
        if sock is not None:
            sock.close()
        raise


# -- sendfile -----------------------------------------------------------------------------------------------------------

class _SendfileFallbackProtocol(Protocol):
    """Stands in for the transport's protocol while a file is sent through it."""

    def __init__(self, transport):
        if not isinstance(transport, _FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')  # CPython: 209
        self._transport = transport
        self._proto = transport.get_protocol()
        self._was_reading = transport.is_reading()
        self._was_paused = transport._protocol_paused
        transport.pause_reading()
        transport.set_protocol(self)
        self._ready = transport._loop.create_future() if self._was_paused else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')  # CPython: 223
        if self._ready is not None:
            await self._ready

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')  # CPython: 230

    def connection_lost(self, exc):
        if self._ready is not None:
            self._ready.set_exception(ConnectionError('Connection is closed by peer')
                                      if exc is None else exc)
        self._proto.connection_lost(exc)  # CPython: 242

    def pause_writing(self):
        if self._ready is None:
            self._ready = self._transport._loop.create_future()

    def resume_writing(self):
        if self._ready is not None:
            self._ready.set_result(False)
            self._ready = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')  # CPython: 256

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')  # CPython: 259

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._was_reading:
            self._transport.resume_reading()
        if self._ready is not None:
            self._ready.cancel()
        if self._was_paused:
            self._proto.resume_writing()  # CPython: 271


def _check_sendfile(sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if not sock.type == SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError('count must be a positive integer (got {!r})'.format(count))
        if count <= 0:
            raise ValueError('count must be a positive integer (got {!r})'.format(count))
    if not isinstance(offset, int):
        raise TypeError('offset must be a non-negative integer (got {!r})'.format(offset))
    if offset < 0:
        raise ValueError('offset must be a non-negative integer (got {!r})'.format(offset))


async def _until_writable(loop, fd):
    waiter = loop.create_future()
    loop._add_writer(fd, lambda: waiter.done() or waiter.set_result(None))
    try:
        await waiter
    finally:
        loop._remove_writer(fd)


async def _send_natively(loop, sock, file, offset, count):
    """The system copies from file to socket, as much as the socket takes each time."""
    try:
        fileno = file.fileno()
        size = posix.fstat(fileno).st_size
    except (AttributeError, OSError):
        raise SendfileNotAvailableError('not a regular file')
    if not count and not size:
        return 0
    total = 0
    try:
        while not count or total < count:
            try:
                sent = posix.sendfile(sock.fileno(), fileno, offset + total, count - total if count else size)
            except (BlockingIOError, InterruptedError):
                await _until_writable(loop, sock.fileno())
                continue
            except OSError:
                if total:
                    raise
                raise SendfileNotAvailableError('os.sendfile call failed')
            if not sent:
                break
            total += sent
            await _until_writable(loop, sock.fileno())
        return total
    finally:
        if total:
            posix.lseek(fileno, offset + total, 0)


async def _send_blocks(loop, file, offset, count, send, most):
    """Reads the file in blocks of `most` bytes; `send` is a coroutine function."""
    if offset:
        file.seek(offset)
    room = min(count, most) if count else most
    buffer = bytearray(room)
    total = 0
    try:
        while True:
            wanted = min(count - total, room) if count else room
            if wanted <= 0:
                break
            view = memoryview(buffer)[:wanted]
            size = await loop.run_in_executor(None, file.readinto, view)
            if not size:
                break
            await send(view[:size])
            total += size
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)
    return total


# -- child processes ------------------------------------------------------------------------------------------------------

def _check_process_options(universal_newlines, shell, wants_shell, bufsize, text, encoding, errors):
    """Options of Popen that make no sense here."""
    for wrong, name, wanted in ((universal_newlines, 'universal_newlines', False),
                                (bool(shell) != wants_shell, 'shell', wants_shell),
                                (bufsize != 0, 'bufsize', 0), (text, 'text', False),
                                (encoding is not None, 'encoding', None),
                                (errors is not None, 'errors', None)):
        if wrong:
            raise ValueError('%s must be %r' % (name, wanted))


def _format_pipe(file):
    return {-1: '<pipe>', -2: '<stdout>'}.get(file) or repr(file)


def _log_start(what, stdin, stdout, stderr):
    words = [what]
    if stdin is not None:
        words.append('stdin=' + _format_pipe(stdin))
    if stdout is not None and stderr == -2:
        words.append('stdout=stderr=' + _format_pipe(stdout))
    else:
        if stdout is not None:
            words.append('stdout=' + _format_pipe(stdout))
        if stderr is not None:
            words.append('stderr=' + _format_pipe(stderr))
    log(_DEBUG, '%s', ' '.join(words))


async def _start_process(loop, protocol_factory, what, args, shell, stdin, stdout, stderr, kwargs):
    """`what`: how the log calls it."""
    protocol = protocol_factory()
    debug = loop.get_debug()
    if debug:
        _log_start(what, stdin, stdout, stderr)
    transport = await loop._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr,  # CPython: -
                                                      0, **kwargs)
    if debug and loop.get_debug():
        log(_INFO, '%s: %r', what, transport)
    return transport, protocol


# -- the loop's methods ---------------------------------------------------------------------------------------------------

class BaseEventLoop:
    """What the loop's class of that name has besides what is written in C."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        if self.get_debug():
            return await self.run_in_executor(None, _getaddrinfo_debug, self, host, port, family,
                                              type, proto, flags)
        return await self.run_in_executor(None, _getaddrinfo(), host, port, family, type, proto,
                                          flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, _socket.getnameinfo, sockaddr, flags)

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None,
                                family=0, proto=0, flags=0, sock=None, local_addr=None,
                                server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
                                interleave=None):
        _check_ssl(ssl, server_hostname=server_hostname,
                   ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        tls = None
        if ssl:
            if server_hostname is None:
                if not host:
                    raise ValueError('You must set server_hostname when using ssl without a host')  # CPython: 1021
                server_hostname = host
            tls = {'sslcontext': ssl, 'server_hostname': server_hostname,
                   'ssl_handshake_timeout': ssl_handshake_timeout,
                   'ssl_shutdown_timeout': ssl_shutdown_timeout}
        if sock is not None:
            _check_ssl_socket(sock)
        if happy_eyeballs_delay is not None and interleave is None:
            interleave = 1
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')  # CPython: 1042
            infos = await _resolve(self, (host, port), family, SOCK_STREAM, proto, flags)  # CPython: 1044
            local_infos = None
            if local_addr is not None:
                local_infos = await _resolve(self, local_addr, family, SOCK_STREAM, proto, flags)
            if interleave:
                infos = _interleave(infos, interleave)
            sock = await _connect_first(self, infos, local_infos, happy_eyeballs_delay)  # CPython: -
        elif sock is None:
            raise ValueError('host and port was not specified and no sock specified')  # CPython: 1100
        elif sock.type != SOCK_STREAM:
            raise ValueError('A Stream Socket was expected, got %r' % (sock,))  # CPython: 1109
        transport, protocol = await _connection_transport(self, sock, protocol_factory, tls)
        if self.get_debug():
            log(_DEBUG, '%r connected to %s:%r: (%r, %r)', transport.get_extra_info('socket'), host,
                port, transport, protocol)
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None,
                                      ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        if sock.type != SOCK_STREAM:
            raise ValueError('A Stream Socket was expected, got %r' % (sock,))  # CPython: 1562
        _check_ssl(ssl, ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        _check_ssl_socket(sock)
        tls = {'sslcontext': ssl, 'server_side': True,
               'ssl_handshake_timeout': ssl_handshake_timeout,
               'ssl_shutdown_timeout': ssl_shutdown_timeout} if ssl else None
        transport, protocol = await _connection_transport(self, sock, protocol_factory, tls)
        if self.get_debug():
            log(_DEBUG, '%r handled: (%r, %r)', transport.get_extra_info('socket'), transport,
                protocol)
        return transport, protocol

    async def create_server(self, protocol_factory, host=None, port=None, *,
                            family=_socket.AF_UNSPEC, flags=_socket.AI_PASSIVE, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            start_serving=True):
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')  # CPython: 1459
        _check_ssl(ssl, ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if sock is not None:
            _check_ssl_socket(sock)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')  # CPython: 1474
            lists = await gather(*[_server_infos(self, one, port, family, flags)
                                   for one in _hosts(host)])
            infos = {tuple(info): None for infos in lists for info in infos}
            sockets = _bind_servers(infos, reuse_address is None or reuse_address, reuse_port)
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')  # CPython: 1535
            if sock.type != SOCK_STREAM:
                raise ValueError('A Stream Socket was expected, got %r' % (sock,))  # CPython: 1537
            sockets = [sock]
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout,
                        ssl_shutdown_timeout)
        if start_serving:
            server._begin_serving()
            await sleep(0)
        if self.get_debug():
            log(_INFO, '%r is serving', server)
        return server

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None,
                                       *, family=0, proto=0, flags=0, reuse_port=None,
                                       allow_broadcast=None, sock=None):
        remote = None
        if sock is not None:
            _check_datagram_socket(sock, {
                'local_addr': local_addr, 'remote_addr': remote_addr, 'family': family,
                'proto': proto, 'flags': flags, 'reuse_port': reuse_port,
                'allow_broadcast': allow_broadcast})
            sock.setblocking(False)
        else:
            pairs = await _datagram_addresses(self, local_addr, remote_addr, family, proto, flags)
            errors = []
            for pair in pairs:
                try:
                    sock, remote = await _datagram_socket(self, pair, reuse_port, allow_broadcast)
                    break
                except OSError as error:
                    errors.append(error)
            else:
                raise errors[0]
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorDatagramTransport(self, sock, protocol, remote, waiter)
        if self.get_debug() and local_addr:
            log(_INFO, 'Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)',
                local_addr, remote_addr, transport, protocol)
        elif self.get_debug():
            log(_DEBUG, 'Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr,
                transport, protocol)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_read_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_read_pipe_transport(pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        if self.get_debug():
            log(_DEBUG, 'Read pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
        return transport, protocol

    async def connect_write_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_write_pipe_transport(pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        if self.get_debug():
            log(_DEBUG, 'Write pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
        return transport, protocol

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1,
                               universal_newlines=False, shell=True, bufsize=0, encoding=None,
                               errors=None, text=None, **kwargs):
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')  # CPython: 1640
        _check_process_options(universal_newlines, shell, True, bufsize, text, encoding, errors)
        return await _start_process(self, protocol_factory, 'run shell command %r' % (cmd,), cmd,  # CPython: 1661
                                    True, stdin, stdout, stderr, kwargs)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1,
                              stderr=-1, universal_newlines=False, shell=False, bufsize=0,
                              encoding=None, errors=None, text=None, **kwargs):
        _check_process_options(universal_newlines, shell, False, bufsize, text, encoding, errors)
        return await _start_process(self, protocol_factory, 'execute program %r' % (program,),  # CPython: 1694
                                    (program,) + args, False, stdin, stdout, stderr, kwargs)

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False,
                        server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):
        return await _tls()._start_tls(
            self, transport, protocol, sslcontext, server_side=server_side,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
            ssl_shutdown_timeout=ssl_shutdown_timeout)

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        _check_nonblocking(self, sock)
        _check_sendfile(sock, file, offset, count)
        try:
            return await _send_natively(self, sock, file, offset, count)
        except SendfileNotAvailableError:
            if not fallback:
                raise
        return await _send_blocks(self, file, offset, count,
                                  lambda view: self.sock_sendall(sock, view), 256 * 1024)

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        if transport.is_closing():
            raise RuntimeError('Transport is closing')  # CPython: 1177
        native = isinstance(transport, _SelectorSocketTransport)
        if not native and not getattr(transport, '_sendfile_compatible', False):
            raise RuntimeError('sendfile is not supported for transport %r' % (transport,))  # CPython: 1181
        if native:
            try:
                return await self._sendfile_native(transport, file, offset, count)
            except SendfileNotAvailableError:
                if not fallback:
                    raise
        if not fallback:
            raise RuntimeError('fallback is disabled and native sendfile is not supported for transport %r'  # CPython: 1192
                               % (transport,))
        protocol = _SendfileFallbackProtocol(transport)

        async def send(view):
            await protocol.drain()
            transport.write(view)

        try:
            return await _send_blocks(self, file, offset, count, send, 16 * 1024)
        finally:
            await protocol.restore()

    async def _sendfile_native(self, transport, file, offset, count):
        was_reading = transport.is_reading()
        transport.pause_reading()
        await transport._make_empty_waiter()
        try:
            return await self.sock_sendfile(transport._sock, file, offset, count, fallback=False)
        finally:
            transport._reset_empty_waiter()
            if was_reading:
                transport.resume_reading()


_LoopMethods = BaseEventLoop
from asyncio import BaseEventLoop
