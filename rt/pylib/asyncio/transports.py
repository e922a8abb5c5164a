"""The base classes of transports, and the flow control of those that write."""


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError  # CPython: 25

    def close(self):
        raise NotImplementedError  # CPython: 35

    def set_protocol(self, protocol):
        raise NotImplementedError  # CPython: 39

    def get_protocol(self):
        raise NotImplementedError  # CPython: 43


class ReadTransport(BaseTransport):
    __slots__ = ()

    def is_reading(self):
        raise NotImplementedError  # CPython: 53

    def pause_reading(self):
        raise NotImplementedError  # CPython: 61

    def resume_reading(self):
        raise NotImplementedError  # CPython: 69


class WriteTransport(BaseTransport):
    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError  # CPython: 96

    def get_write_buffer_size(self):
        raise NotImplementedError  # CPython: 100

    def get_write_buffer_limits(self):
        raise NotImplementedError  # CPython: 106

    def write(self, data):
        raise NotImplementedError  # CPython: 114

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def write_eof(self):
        raise NotImplementedError  # CPython: 132

    def can_write_eof(self):
        raise NotImplementedError  # CPython: 136

    def abort(self):
        raise NotImplementedError  # CPython: 145


class Transport(ReadTransport, WriteTransport):
    __slots__ = ()


class DatagramTransport(BaseTransport):
    __slots__ = ()

    def sendto(self, data, addr=None):
        raise NotImplementedError  # CPython: 185

    def abort(self):
        raise NotImplementedError  # CPython: 194


class SubprocessTransport(BaseTransport):
    __slots__ = ()

    def get_pid(self):
        raise NotImplementedError  # CPython: 203

    def get_returncode(self):
        raise NotImplementedError  # CPython: 211

    def get_pipe_transport(self, fd):
        raise NotImplementedError  # CPython: 215

    def send_signal(self, signal):
        raise NotImplementedError  # CPython: 223

    def terminate(self):
        raise NotImplementedError  # CPython: 237

    def kill(self):
        raise NotImplementedError  # CPython: 248


class _FlowControlMixin(Transport):
    """Tells the protocol to pause and to resume writing as the buffer grows and shrinks."""

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        assert loop is not None
        self._loop = loop
        self._protocol_paused = False
        self._set_limits(None, None)

    def _tell_protocol(self, method):
        try:
            getattr(self._protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': 'protocol.%s() failed' % method,
                'exception': error,
                'transport': self,
                'protocol': self._protocol,
            })

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell_protocol('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing')

    def get_write_buffer_limits(self):
        return (self._low_water, self._high_water)

    def _set_limits(self, high, low):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError('high (%r) must be >= low (%r) must be >= 0' % (high, low))
        self._high_water = high
        self._low_water = low

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_limits(high, low)
        self._maybe_pause_protocol()  # CPython: 332
