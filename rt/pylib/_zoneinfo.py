"""The class of zones: the installed Python's own, with the texts of CPython's, which is written in C."""
from zoneinfo._zoneinfo import ZoneInfo

from datetime import datetime as _datetime

_plain_fromutc = ZoneInfo.fromutc


def _repr(self):
    cls = type(self)
    name = 'zoneinfo.ZoneInfo' if cls is ZoneInfo else cls.__name__
    return f'{name}.from_file({self._file_repr})' if self.key is None else f'{name}(key={self.key!r})'


def _file_reduce(self):
    import pickle
    raise pickle.PicklingError('Cannot pickle a ZoneInfo file from a file stream.')


def fromutc(self, dt):
    """The moment dt, which is in UTC, in this zone."""
    if not isinstance(dt, _datetime):
        raise TypeError('fromutc: argument must be a datetime')
    if dt.tzinfo is not self:
        raise ValueError('fromutc: dt.tzinfo is not self')
    return _plain_fromutc(self, dt)


ZoneInfo.__repr__, ZoneInfo._file_reduce, ZoneInfo.fromutc = _repr, _file_reduce, fromutc
