"""TLS: a protocol that speaks to a transport in TLS, and the transport it shows to the program's protocol.

The bytes go through two memory BIOs: what the transport received is written to `_incoming`, and what OpenSSL wants to
send is read from `_outgoing`. A connection goes through the states below in their order; FLUSHING reads what came
before the end, SHUTDOWN exchanges the goodbyes. The order of callbacks is CPython's.
"""
from _collections import deque
from _asyncio_transport import log, unclosed
from asyncio import CancelledError

from asyncio.protocols import BufferedProtocol
from asyncio.selector_events import _DEBUG, _WARNING, _SelectorSocketTransport
from asyncio.transports import Transport, _FlowControlMixin

try:
    import ssl
except ImportError:    # the platform has no TLS
    ssl = None

_UNWRAPPED, _DO_HANDSHAKE, _WRAPPED, _FLUSHING, _SHUTDOWN = range(5)
_APP_INIT, _APP_MADE, _APP_EOF, _APP_LOST = range(4)
_HANDSHAKE_TIMEOUT = 60.0
_SHUTDOWN_TIMEOUT = 30.0
_HIGH_WATER_READ = 256 * 1024
_HIGH_WATER_WRITE = 512 * 1024
_MANY_LOST_WRITES = 5
_AGAIN = (ssl.SSLWantReadError, ssl.SSLSyscallError) if ssl else ()


def _default_context(server_side, server_hostname):
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


def _limits(high, low, usual_high):
    if high is None:
        high = usual_high if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError('high (%r) must be >= low (%r) must be >= 0' % (high, low))
    return high, low


def _positive(timeout, usual, name):
    if timeout is None:
        return usual
    if timeout <= 0:
        raise ValueError('%s should be a positive number, got %s' % (name, timeout))
    return timeout


class _SSLProtocolTransport(_FlowControlMixin, Transport):

    _start_tls_compatible = True
    _sendfile_compatible = True

    def __init__(self, loop, ssl_protocol):
        self._loop = loop
        self._ssl_protocol = ssl_protocol
        self._closed = False

    def get_extra_info(self, name, default=None):
        return self._ssl_protocol._get_extra_info(name, default)  # CPython: 91

    def set_protocol(self, protocol):
        self._ssl_protocol._set_app_protocol(protocol)  # CPython: 94

    def get_protocol(self):
        return self._ssl_protocol._app_protocol

    def __del__(self, _warn=unclosed):
        if not self._closed:
            self._closed = True
            _warn(self, 4)

    def is_closing(self):
        return self._closed

    def close(self):
        if not self._closed:
            self._closed = True
            self._ssl_protocol._start_shutdown()  # CPython: 112
        else:
            self._ssl_protocol = None

    def is_reading(self):
        return not self._ssl_protocol._app_reading_paused

    def pause_reading(self):
        self._ssl_protocol._app_reading_paused = True

    def resume_reading(self):
        self._ssl_protocol._resume_reading()  # CPython: 140

    def set_write_buffer_limits(self, high=None, low=None):
        protocol = self._ssl_protocol
        protocol._high_write, protocol._low_write = _limits(high, low, _HIGH_WATER_WRITE)
        protocol._control_app_writing()

    def get_write_buffer_limits(self):
        return (self._ssl_protocol._low_write, self._ssl_protocol._high_write)

    def get_write_buffer_size(self):
        return self._ssl_protocol._get_write_buffer_size()  # CPython: 170

    def set_read_buffer_limits(self, high=None, low=None):
        protocol = self._ssl_protocol
        protocol._high_read, protocol._low_read = _limits(high, low, _HIGH_WATER_READ)
        protocol._control_ssl_reading()

    def get_read_buffer_limits(self):
        return (self._ssl_protocol._low_read, self._ssl_protocol._high_read)

    def get_read_buffer_size(self):
        return self._ssl_protocol._incoming.pending

    @property
    def _protocol_paused(self):
        return self._ssl_protocol._app_writing_paused

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data: expecting a bytes-like instance, got ' + type(data).__name__)  # CPython: 214
        if data:
            self._ssl_protocol._write_appdata((data,))  # CPython: 218

    def writelines(self, list_of_data):
        self._ssl_protocol._write_appdata(list_of_data)  # CPython: 226

    def write_eof(self):
        raise NotImplementedError  # CPython: 233

    def can_write_eof(self):
        return False

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        self._closed = True
        if self._ssl_protocol is not None:
            self._ssl_protocol._abort(exc)  # CPython: 251


class SSLProtocol(BufferedProtocol):

    max_size = 256 * 1024

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False,
                 server_hostname=None, call_connection_made=True, ssl_handshake_timeout=None,
                 ssl_shutdown_timeout=None):
        if ssl is None:
            raise RuntimeError('stdlib ssl module not available')  # CPython: 272
        self._handshake_timeout = _positive(ssl_handshake_timeout, _HANDSHAKE_TIMEOUT,
                                            'ssl_handshake_timeout')
        self._shutdown_timeout = _positive(ssl_shutdown_timeout, _SHUTDOWN_TIMEOUT,
                                           'ssl_shutdown_timeout')
        if not sslcontext or isinstance(sslcontext, bool):
            sslcontext = _default_context(server_side, server_hostname)
        self._buffer = None
        self._server_side = server_side
        self._server_hostname = server_hostname if server_hostname and not server_side else None
        self._sslcontext = sslcontext
        self._extra = {'sslcontext': sslcontext}
        self._backlog = deque()    # what the program wrote and OpenSSL did not take yet
        self._backlog_size = 0
        self._waiter = waiter
        self._loop = loop
        self._set_app_protocol(app_protocol)  # CPython: 310
        self._transport = None
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._sslobj = sslcontext.wrap_bio(self._incoming, self._outgoing, server_side=server_side,
                                           server_hostname=self._server_hostname)
        self._state = _UNWRAPPED
        self._lost_count = 0
        self._app_state = _APP_INIT if call_connection_made else _APP_MADE
        self._timeout_handle = None
        self._ssl_writing_paused = False
        self._ssl_reading_paused = False
        self._app_reading_paused = False
        self._app_writing_paused = False
        self._eof_received = False
        self._high_read, self._low_read = _limits(None, None, _HIGH_WATER_READ)
        self._high_write, self._low_write = _limits(None, None, _HIGH_WATER_WRITE)
        self._app_transport = _SSLProtocolTransport(loop, self)

    def _set_app_protocol(self, app_protocol):
        self._app_protocol = app_protocol
        self._app_is_buffered = isinstance(app_protocol, BufferedProtocol)

    def _wakeup_waiter(self, exc=None):
        waiter, self._waiter = self._waiter, None
        if waiter is None or waiter.cancelled():
            return
        if exc is not None:
            waiter.set_exception(exc)
        else:
            waiter.set_result(None)

    def _cancel_timeout(self):
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
            self._timeout_handle = None

    # -- what the transport below calls --

    def connection_made(self, transport):
        self._transport = transport
        self._start_handshake()  # CPython: 384

    def connection_lost(self, exc):
        self._backlog.clear()
        self._outgoing.read()
        self._lost_count += 1
        if self._app_transport is not None:
            self._app_transport._closed = True
        if self._state != _DO_HANDSHAKE and self._app_state in (_APP_MADE, _APP_EOF):
            self._app_state = _APP_LOST
            self._loop.call_soon(self._app_protocol.connection_lost, exc)
        self._state = _UNWRAPPED
        self._transport = None
        self._app_transport = None
        self._app_protocol = None
        self._wakeup_waiter(exc)  # CPython: 413
        self._cancel_timeout()

    def get_buffer(self, n):
        want = self.max_size if n <= 0 or n > self.max_size else n
        if self._buffer is None or len(self._buffer) < want:
            self._buffer = memoryview(bytearray(want))
        return self._buffer

    def buffer_updated(self, nbytes):
        self._incoming.write(self._buffer[:nbytes])
        state = self._state
        if state == _WRAPPED:
            self._do_read()  # CPython: 438
        elif state == _DO_HANDSHAKE:
            self._do_handshake()  # CPython: 435
        elif state == _FLUSHING:
            self._do_flush()  # CPython: 441
        elif state == _SHUTDOWN:
            self._do_shutdown()  # CPython: 444
        if not self._incoming.pending:
            self._buffer = None    # 256 KB, which an idle connection does not need

    def eof_received(self):
        self._eof_received = True
        try:
            if self._loop.get_debug():
                log(_DEBUG, '%r received EOF', self)
            if self._state == _DO_HANDSHAKE:
                self._on_handshake_complete(ConnectionResetError())
            elif self._state == _WRAPPED:
                self._state = _FLUSHING
                if self._app_reading_paused:
                    return True
                self._do_flush()  # CPython: 467
            elif self._state == _FLUSHING:
                self._do_write()  # CPython: 470
                self._state = _SHUTDOWN
                self._do_shutdown()
            elif self._state == _SHUTDOWN:
                self._do_shutdown()
        except Exception:
            self._transport.close()
            raise

    def pause_writing(self):
        assert not self._ssl_writing_paused
        self._ssl_writing_paused = True

    def resume_writing(self):
        assert self._ssl_writing_paused
        self._ssl_writing_paused = False
        self._process_outgoing()  # CPython: 906

    def _get_extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        if self._transport is not None:
            return self._transport.get_extra_info(name, default)  # CPython: 485
        return default

    # -- handshake --

    def _start_handshake(self):
        if self._loop.get_debug():
            log(_DEBUG, '%r starts SSL handshake', self)
            self._handshake_start = self._loop.time()
        self._state = _DO_HANDSHAKE
        self._timeout_handle = self._loop.call_later(self._handshake_timeout,
                                                     self._check_handshake_timeout)
        self._do_handshake()  # CPython: 543

    def _check_handshake_timeout(self):
        if self._state == _DO_HANDSHAKE:
            self._fatal_error(ConnectionAbortedError(
                'SSL handshake is taking longer than %s seconds: aborting the connection'
                % self._handshake_timeout))

    def _do_handshake(self):
        try:
            self._sslobj.do_handshake()
        except _AGAIN:
            self._process_outgoing()  # CPython: 558
        except ssl.SSLError as exc:
            self._on_handshake_complete(exc)  # CPython: 560
        else:
            self._on_handshake_complete(None)  # CPython: 562

    def _on_handshake_complete(self, handshake_exc):
        self._cancel_timeout()
        sslobj = self._sslobj
        try:
            if handshake_exc is not None:
                raise handshake_exc  # CPython: 574
            self._state = _WRAPPED
            peercert = sslobj.getpeercert()
        except Exception as exc:
            self._state = _UNWRAPPED
            verifying = isinstance(exc, ssl.CertificateError)
            self._fatal_error(exc, 'SSL handshake failed on verifying the certificate' if verifying
                              else 'SSL handshake failed')
            self._wakeup_waiter(exc)  # CPython: 584
            return
        if self._loop.get_debug():
            log(_DEBUG, '%r: SSL handshake took %.1f ms', self,
                (self._loop.time() - self._handshake_start) * 1e3)
        self._extra.update(peercert=peercert, cipher=sslobj.cipher(),
                           compression=sslobj.compression(), ssl_object=sslobj)
        if self._app_state == _APP_INIT:
            self._app_state = _APP_MADE
            self._app_protocol.connection_made(self._app_transport)
        self._wakeup_waiter()  # CPython: 599
        self._do_read()  # CPython: 600

    # -- shutdown --

    def _start_shutdown(self):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            return
        if self._app_transport is not None:
            self._app_transport._closed = True
        if self._state == _DO_HANDSHAKE:
            self._abort(None)
            return
        self._state = _FLUSHING
        self._timeout_handle = self._loop.call_later(self._shutdown_timeout,
                                                     self._check_shutdown_timeout)
        self._do_flush()  # CPython: 623

    def _check_shutdown_timeout(self):
        if self._state in (_FLUSHING, _SHUTDOWN):
            self._transport._force_close(TimeoutError('SSL shutdown timed out'))

    def _do_flush(self):
        self._do_read()  # CPython: 636
        self._state = _SHUTDOWN
        self._do_shutdown()  # CPython: 638

    def _do_shutdown(self):
        try:
            if not self._eof_received:
                self._sslobj.unwrap()
        except _AGAIN:
            self._process_outgoing()
        except ssl.SSLError as exc:
            self._cancel_timeout()
            self._fatal_error(exc)
        else:
            self._process_outgoing()
            self._call_eof_received()  # CPython: 650
            self._cancel_timeout()
            self._loop.call_soon(self._transport.close)

    def _abort(self, exc):
        self._state = _UNWRAPPED
        if self._transport is not None:
            self._transport._force_close(exc)

    # -- writing --

    def _write_appdata(self, list_of_data):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            if self._lost_count >= _MANY_LOST_WRITES:
                log(_WARNING, 'SSL connection is closed')
            self._lost_count += 1
            return
        for data in list_of_data:
            self._backlog.append(data)
            self._backlog_size += len(data)
        try:
            if self._state == _WRAPPED:
                self._do_write()  # CPython: 689
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _do_write(self):
        backlog = self._backlog
        try:
            while backlog:
                data = backlog[0]
                count = self._sslobj.write(data)
                if count < len(data):
                    backlog[0] = memoryview(data)[count:]
                else:
                    backlog.popleft()
                self._backlog_size -= count
        except _AGAIN:
            pass
        self._process_outgoing()  # CPython: 708

    def _process_outgoing(self):
        if not self._ssl_writing_paused:
            data = self._outgoing.read()
            if data:
                self._transport.write(data)
        self._control_app_writing()  # CPython: 715

    def _get_write_buffer_size(self):
        return self._outgoing.pending + self._backlog_size

    def _control_app_writing(self):
        size = self._get_write_buffer_size()  # CPython: 816
        if size >= self._high_write and not self._app_writing_paused:
            self._app_writing_paused = True
            self._tell_app('pause_writing')
        elif size <= self._low_write and self._app_writing_paused:
            self._app_writing_paused = False
            self._tell_app('resume_writing')

    def _tell_app(self, method):
        try:
            getattr(self._app_protocol, method)()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': 'protocol.%s() failed' % method,
                'exception': exc,
                'transport': self._app_transport,
                'protocol': self,
            })

    # -- reading --

    def _do_read(self):
        if self._state != _WRAPPED and self._state != _FLUSHING:
            return
        try:
            if not self._app_reading_paused:
                if self._app_is_buffered:
                    self._read_into_app()
                else:
                    self._read_for_app()
                if self._backlog:
                    self._do_write()  # CPython: 734
                else:
                    self._process_outgoing()  # CPython: 736
            self._control_ssl_reading()  # CPython: 737
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _read_into_app(self):
        offset, count = 0, 1
        buffer = self._app_protocol.get_buffer(self._incoming.pending)
        room = len(buffer)
        try:
            count = self._sslobj.read(room, buffer)
            if count > 0:
                offset = count
                view = memoryview(buffer)
                while offset < room:
                    count = self._sslobj.read(room - offset, view[offset:])
                    if count <= 0:
                        break
                    offset += count
                else:
                    self._loop.call_soon(self._do_read)
        except _AGAIN:
            pass
        if offset > 0:
            self._app_protocol.buffer_updated(offset)
        if not count:
            self._call_eof_received()
            self._start_shutdown()

    def _read_for_app(self):
        chunks = []
        chunk = None
        try:
            while True:
                chunk = self._sslobj.read(self.max_size)
                if not chunk:
                    break
                chunks.append(chunk)
        except _AGAIN:
            pass
        if chunks:
            self._app_protocol.data_received(chunks[0] if len(chunks) == 1 else b''.join(chunks))
        if chunk == b'':
            self._call_eof_received()
            self._start_shutdown()

    def _call_eof_received(self):
        try:
            if self._app_state == _APP_MADE:
                self._app_state = _APP_EOF
                if self._app_protocol.eof_received():
                    log(_WARNING, 'returning true from eof_received() has no effect when using ssl')
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Error calling eof_received()')

    def _resume_reading(self):
        if self._app_reading_paused:
            self._app_reading_paused = False
            self._loop.call_soon(self._go_on_reading)

    def _go_on_reading(self):
        if self._state == _WRAPPED:
            self._do_read()
        elif self._state == _FLUSHING:
            self._do_flush()
        elif self._state == _SHUTDOWN:
            self._do_shutdown()

    def _control_ssl_reading(self):
        size = self._incoming.pending
        if size >= self._high_read and not self._ssl_reading_paused:
            self._ssl_reading_paused = True
            self._transport.pause_reading()
        elif size <= self._low_read and self._ssl_reading_paused:
            self._ssl_reading_paused = False
            self._transport.resume_reading()

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if self._transport is not None:
            self._transport._force_close(exc)  # CPython: 910
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                log(_DEBUG, '%r: %s', self, message, exc_info=exc)
        elif not isinstance(exc, CancelledError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self._transport,
                'protocol': self,
            })


# -- what the loop's methods use -----------------------------------------------------------------------------

def _make_transport(loop, sock, protocol, sslcontext, waiter, *, server_side=False,
                    server_hostname=None, extra=None, server=None, ssl_handshake_timeout=None,
                    ssl_shutdown_timeout=None):
    tls = SSLProtocol(loop, protocol, sslcontext, waiter, server_side, server_hostname,
                      ssl_handshake_timeout=ssl_handshake_timeout,
                      ssl_shutdown_timeout=ssl_shutdown_timeout)
    _SelectorSocketTransport(loop, sock, tls, None, extra, server)
    return tls._app_transport


async def _start_tls(loop, transport, protocol, sslcontext, *, server_side=False,
                     server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    if not isinstance(sslcontext, ssl.SSLContext):
        raise TypeError('sslcontext is expected to be an instance of ssl.SSLContext, got %r'
                        % (sslcontext,))
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError('transport %r is not supported by start_tls()' % (transport,))
    waiter = loop.create_future()
    tls = SSLProtocol(loop, protocol, sslcontext, waiter, server_side, server_hostname,
                      call_connection_made=False, ssl_handshake_timeout=ssl_handshake_timeout,
                      ssl_shutdown_timeout=ssl_shutdown_timeout)
    transport.pause_reading()
    transport.set_protocol(tls)
    made = loop.call_soon(tls.connection_made, transport)
    resumed = loop.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        made.cancel()
        resumed.cancel()
        raise
    return tls._app_transport
