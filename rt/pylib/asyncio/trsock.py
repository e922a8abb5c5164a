"""The view of its socket that a transport gives to the program."""


class TransportSocket:
    """A socket without what would disturb the transport."""
    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto

    def __repr__(self):
        parts = ['<asyncio.TransportSocket fd=%d, family=%s, type=%s, proto=%d' % (
            self.fileno(), str(self.family), str(self.type), self.proto)]
        if self.fileno() != -1:
            for label, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    parts.append('%s=%s' % (label, address))
        return ', '.join(parts) + '>'

    def __getstate__(self):
        raise TypeError('Cannot serialize asyncio.TransportSocket object')  # CPython: 54

    def fileno(self):
        return self._sock.fileno()

    def dup(self):
        return self._sock.dup()  # CPython: 60

    def get_inheritable(self):
        return self._sock.get_inheritable()  # CPython: 63

    def shutdown(self, how):
        self._sock.shutdown(how)  # CPython: 68

    def getsockopt(self, *args, **kwargs):
        return self._sock.getsockopt(*args, **kwargs)  # CPython: 71

    def setsockopt(self, *args, **kwargs):
        self._sock.setsockopt(*args, **kwargs)  # CPython: 74

    def getpeername(self):
        return self._sock.getpeername()  # CPython: 77

    def getsockname(self):
        return self._sock.getsockname()  # CPython: 80

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')  # CPython: 88

    def gettimeout(self):
        return 0

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')  # CPython: 97
