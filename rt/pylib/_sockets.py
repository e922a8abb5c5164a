"""The class behind socket.socket, without the enumerations of the module socket: what asyncio needs."""
# CPython: file socket.py

import _socket
from _socket import AF_INET, SOCK_STREAM


class socket(_socket.socket):
    __module__ = 'socket'
    __slots__ = ['_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = getattr(self, '_closed', False)
        parts = ['<%s.%s%s fd=%i, family=%s, type=%s, proto=%i' % (
            self.__class__.__module__, self.__class__.__qualname__, ' [closed]' if closed else '',
            self.fileno(), str(self.family), str(self.type), self.proto)]
        if not closed:
            for label, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    parts.append('%s=%s' % (label, str(address)))
        return ', '.join(parts) + '>'

    def __getstate__(self):
        raise TypeError('cannot pickle %r object' % self.__class__.__name__)

    def dup(self):
        copy = self.__class__(self.family, self.type, self.proto, fileno=_socket.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        fd, address = self._accept()
        connection = socket_class()(self.family, self.type, self.proto, fileno=fd)  # never of a derived class
        if _socket.getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()  # CPython: 503

    def detach(self):
        self._closed = True
        return super().detach()  # CPython: 513

    def get_inheritable(self):
        return _socket.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        _socket.set_inheritable(self.fileno(), inheritable)


def socket_class():
    """The class the program knows: socket.socket if it imports that module."""
    import sys
    module = sys.modules.get('socket')
    return module.socket if module else socket


def new_socket(family=AF_INET, type=SOCK_STREAM, proto=0):
    return socket_class()(family, type, proto)


def closed_socket():
    cls = socket_class()
    sock = cls.__new__(cls)
    sock._io_refs = 0
    sock._closed = True
    return sock
