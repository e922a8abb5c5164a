"""Dates and times: the installed Python's own implementation, with the words that CPython's datetime,
which is written in C, has in its errors and representations."""

import _pydatetime
from operator import index as _index
from sys import _dotted_name
from _pydatetime import _IsoCalendarDate, MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

_OWN = (date, datetime, time, timedelta, timezone, tzinfo, _IsoCalendarDate)


def _full_name(cls):
    return 'datetime.' + cls.__name__ if cls in _OWN else cls.__name__


# ---- checks of arguments ----

def _check_date_fields(year, month, day):
    if month is None or day is None:
        name, place = ('month', 2) if month is None else ('day', 3)
        raise TypeError(f'function missing required argument {name!r} (pos {place})')
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _pydatetime._days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time_fields(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type "
                        f"'{_full_name(type(tz))}'")


def _cmperror(x, y):
    raise TypeError(f"can't compare {_full_name(type(x))} to {_full_name(type(y))}")


# ---- comparing and subtracting ----

def _offsets(one, other, check_folds):
    """Both offsets from UTC; False if an offset depends on the fold, where nothing equals anything."""
    first, second = one.utcoffset(), other.utcoffset()
    if check_folds and (first != one.replace(fold=not one.fold).utcoffset() or
                        second != other.replace(fold=not other.fold).utcoffset()):
        return False, False
    return first, second


def _order(one, other):
    return 0 if one == other else 1 if one > other else -1


def _compare_datetimes(self, other, allow_mixed=False):
    """-1, 0, 1; 2: not to be compared, thus unequal."""
    first = second = None
    if self._tzinfo is not other._tzinfo:
        first, second = _offsets(self, other, allow_mixed)
        if first is False:
            return 2
    if first == second:
        return _order((self._year, self._month, self._day, self._hour, self._minute, self._second,
                       self._microsecond),
                      (other._year, other._month, other._day, other._hour, other._minute, other._second,
                       other._microsecond))
    if first is None or second is None:
        if allow_mixed:
            return 2
        raise TypeError("can't compare offset-naive and offset-aware datetimes")
    return _order(self - other, timedelta(0))


def _compare_times(self, other, allow_mixed=False):
    first = second = None
    if self._tzinfo is not other._tzinfo:
        first, second = self.utcoffset(), other.utcoffset()
    if first == second:
        return _order((self._hour, self._minute, self._second, self._microsecond),
                      (other._hour, other._minute, other._second, other._microsecond))
    if first is None or second is None:
        if allow_mixed:
            return 2
        raise TypeError("can't compare offset-naive and offset-aware times")
    minute = timedelta(minutes=1)
    return _order((self._hour * 60 + self._minute - first // minute, self._second, self._microsecond),
                  (other._hour * 60 + other._minute - second // minute, other._second, other._microsecond))


def _subtract(self, other):
    """The time between two moments, or the moment a timedelta before."""
    if not isinstance(other, datetime):
        return self + -other if isinstance(other, timedelta) else NotImplemented
    between = timedelta(self.toordinal() - other.toordinal(),
                        (self._hour - other._hour) * 3600 + (self._minute - other._minute) * 60 +
                        self._second - other._second,
                        self._microsecond - other._microsecond)
    if self._tzinfo is other._tzinfo:
        return between
    first, second = self.utcoffset(), other.utcoffset()
    if first == second:
        return between
    if first is None or second is None:
        raise TypeError("can't subtract offset-naive and offset-aware datetimes")
    return between + second - first


# ---- reading ISO 8601 ----

def _require_text(text):
    if not isinstance(text, str):
        raise TypeError('fromisoformat: argument must be str')


def _invalid(text):
    raise ValueError(f'Invalid isoformat string: {text!r}')


def _date_from_iso(cls, date_string):
    """A date from ISO 8601 text without a time."""
    _require_text(date_string)
    try:
        parts = _pydatetime._parse_isoformat_date(date_string) if len(date_string) in (7, 8, 10) else None
    except Exception:
        parts = None
    return cls(*parts) if parts else _invalid(date_string)


def _time_from_iso(cls, time_string):
    """A time from ISO 8601 text, perhaps with a T in front."""
    _require_text(time_string)
    try:
        parts = _pydatetime._parse_isoformat_time(time_string.removeprefix('T'))
    except Exception:
        parts = None
    return cls(*parts) if parts else _invalid(time_string)


def _datetime_from_iso(cls, date_string):
    """A moment from ISO 8601 text."""
    _require_text(date_string)
    parts = None
    if len(date_string) >= 7:
        try:
            place = _pydatetime._find_isoformat_datetime_separator(date_string)
            day, moment = date_string[:place], date_string[place + 1:]
            parts = _pydatetime._parse_isoformat_date(day)
            if len(date_string) > place:
                parts += _pydatetime._parse_isoformat_time(moment) if moment else _invalid(date_string)
        except ValueError:
            parts = None
    return cls(*parts) if parts else _invalid(date_string)


# ---- representations ----

def _repr_by_class(plain):
    """Subclasses show their bare name, as those of C classes do."""
    def __repr__(self):
        cls, text = type(self), plain(self)
        if cls in _OWN:
            return text
        return cls.__name__ + text[text.index('('):]
    return __repr__


def _repr_iso_calendar(self):
    return f'{_full_name(type(self))}(year={self[0]}, week={self[1]}, weekday={self[2]})'


def _unimplemented(name):
    def method(self, dt):
        raise NotImplementedError(f'a tzinfo subclass must implement {name}()')
    method.__name__ = name
    return method


_pydatetime._check_date_fields = _check_date_fields
_pydatetime._check_time_fields = _check_time_fields
_pydatetime._check_tzinfo_arg = _check_tzinfo_arg
_pydatetime._cmperror = _cmperror
datetime._cmp = _compare_datetimes
time._cmp = _compare_times
datetime.__sub__ = _subtract
date.fromisoformat = classmethod(_date_from_iso)
time.fromisoformat = classmethod(_time_from_iso)
datetime.fromisoformat = classmethod(_datetime_from_iso)
for _cls in (date, datetime, time, timedelta):
    if '__repr__' in _cls.__dict__:
        _cls.__repr__ = _repr_by_class(_cls.__repr__)
_IsoCalendarDate.__repr__ = _repr_iso_calendar
tzinfo.utcoffset = _unimplemented('utcoffset')
tzinfo.dst = _unimplemented('dst')
tzinfo.tzname = _unimplemented('tzname')
for _cls in _OWN:
    _cls.__module__ = 'datetime'
    _dotted_name(_cls)
