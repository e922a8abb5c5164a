"""Sockets: the module _socket with enumerations, files over sockets, and helpers."""
import _socket
from _socket import *
from _socket import gaierror, herror, error, timeout, socketpair as _socketpair
from _sockets import socket as _plain_socket
from enum import IntEnum, IntFlag
from io import (BufferedReader, BufferedRWPair, BufferedWriter, DEFAULT_BUFFER_SIZE, RawIOBase,
                TextIOWrapper)


def _collect(kind, name, *prefixes, without=()):
    """An enumeration of the constants with these prefixes, which become its members."""
    members = {key: value for key, value in vars(_socket).items()
               if key.startswith(prefixes) and key.isupper() and key not in without}
    members = dict(sorted(members.items(), key=lambda item: (item[1], item[0])))
    made = kind(name, members, module='socket')
    globals().update({key: made[key] for key in members})
    return made


AddressFamily = _collect(IntEnum, 'AddressFamily', 'AF_')
SocketKind = _collect(IntEnum, 'SocketKind', 'SOCK_')
MsgFlag = _collect(IntFlag, 'MsgFlag', 'MSG_')
AddressInfo = _collect(IntFlag, 'AddressInfo', 'AI_')

EBADF = 9
EAGAIN = EWOULDBLOCK = 11
SOMAXCONN = _socket.SOMAXCONN
_LOCALHOST = '127.0.0.1'
_LOCALHOST_V6 = '::1'


def _as_member(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_plain_socket):
    __slots__ = ()

    @property
    def family(self):
        return _as_member(AddressFamily, super().family)

    @property
    def type(self):
        return _as_member(SocketKind, super().type)

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))  # CPython: 312
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = SocketIO(self, 'r' * reading + 'w' * writing)
        self._io_refs += 1
        size = DEFAULT_BUFFER_SIZE if buffering is None or buffering < 0 else buffering
        if size == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')  # CPython: 330
            return raw
        if reading and writing:
            file = BufferedRWPair(raw, raw, size)
        else:
            file = (BufferedReader if reading else BufferedWriter)(raw, size)
        if 'b' not in mode:
            file = TextIOWrapper(file, encoding, errors, newline)
            file.mode = mode
        return file

    def sendfile(self, file, offset=0, count=None):
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        total = 0
        try:
            while not count or total < count:
                data = memoryview(file.read(min(count - total, 8192) if count else 8192))
                if not data:
                    break
                while data:
                    sent = self.send(data)
                    total += sent
                    data = data[sent:]
            return total
        finally:
            if total > 0 and hasattr(file, 'seek'):
                file.seek(offset + total)

    def _check_sendfile_params(self, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            message = 'count must be a positive integer (got {!r})'.format(count)
            if not isinstance(count, int):
                raise TypeError(message)
            if count <= 0:
                raise ValueError(message)


SocketType = _socket.SocketType


class SocketIO(RawIOBase):
    """A file over a socket, without a buffer."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError('invalid mode: %r' % mode)  # CPython: 682
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._timed_out = False

    def readinto(self, buffer):
        self._checkClosed()
        self._checkReadable()
        if self._timed_out:
            raise OSError('cannot read from timed out object')  # CPython: 703
        try:
            return self._sock.recv_into(buffer)
        except TimeoutError:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, data):
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def readable(self):
        self._checkClosed('I/O operation on closed socket.')
        return 'r' in self._mode

    def writable(self):
        self._checkClosed('I/O operation on closed socket.')
        return 'w' in self._mode

    def seekable(self):
        self._checkClosed('I/O operation on closed socket.')
        return False

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if not self.closed:
            super().close()
            self._sock._decref_socketios()
            self._sock = None


# -- functions -----------------------------------------------------------------------------------------------

def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, _socket.dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    ends = _socketpair(AF_UNIX if family is None else family, type, proto)
    family = AF_UNIX if family is None else family
    return tuple(socket(family, type, proto, end.detach()) for end in ends)


def getfqdn(name=''):
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        host, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    for candidate in [host, *aliases]:
        if '.' in candidate:
            return candidate
    return host


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    errors = []
    for family, kind, proto, _, resolved in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(resolved)  # CPython: 836
            errors.clear()
            return sock
        except OSError as problem:
            if not all_errors:
                errors.clear()
            errors.append(problem)
            if sock is not None:
                sock.close()
    if not errors:
        raise OSError('getaddrinfo returns an empty list')  # CPython: 857
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', errors)  # CPython: 852
        raise errors[0]  # CPython: 851
    finally:
        errors.clear()


def has_dualstack_ipv6():
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError('dualstack_ipv6 requires AF_INET6 family')  # CPython: 901
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except OSError as problem:
            message = '%s (while attempting to bind on address %r)' % (problem.strerror, address)
            raise OSError(problem.errno, message) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    return [(_as_member(AddressFamily, one_family), _as_member(SocketKind, kind), one_proto, name,
             address)
            for one_family, kind, one_proto, name, address
            in _socket.getaddrinfo(host, port, family, type, proto, flags)]


if hasattr(_socket.socket, 'sendmsg'):
    import array as _array

    def send_fds(sock, buffers, fds, flags=0, address=None):
        """Sends descriptors to another process over an AF_UNIX socket."""
        return sock.sendmsg(buffers, [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, _array.array('i', fds))])

    def recv_fds(sock, bufsize, maxfds, flags=0):
        """(data, descriptors, flags, address) of what send_fds sent."""
        fds = _array.array('i')
        message, ancdata, flags, address = sock.recvmsg(bufsize, _socket.CMSG_LEN(maxfds * fds.itemsize))
        for level, kind, data in ancdata:
            if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
                fds.frombytes(data[:len(data) - (len(data) % fds.itemsize)])
        return message, list(fds), flags, address
