"""Decimal arithmetic: the installed Python's own implementation, with the words that CPython's decimal,
which is written in C, has in its errors."""

import _decimal_fast
import _pydecimal
from sys import _dotted_name
from _pydecimal import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
    HAVE_CONTEXTVAR, HAVE_THREADS, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, BasicContext, Clamped, Context,
    ConversionSyntax, Decimal, DecimalException, DecimalTuple, DefaultContext, DivisionByZero, DivisionImpossible,
    DivisionUndefined, ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow, Rounded,
    Subnormal, Underflow, __libmpdec_version__, __version__, getcontext)

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax',
           'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC',
           'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']


# Signals that bring others with them, in the order in which exceptions name them.
_WITH = {Overflow: (Overflow, Inexact, Rounded), Underflow: (Underflow, Subnormal, Inexact, Rounded),
         Inexact: (Inexact, Rounded)}


def _raise_error(self, condition, explanation=None, *args):
    """Notes `condition`; raises its signal if that is trapped, otherwise answers its result."""
    signal = _pydecimal._condition_map.get(condition, condition)
    if signal in self._ignored_flags:
        return signal().handle(self, *args)
    trapped = []
    for noted in _WITH.get(signal, (condition,)):
        flag = _pydecimal._condition_map.get(noted, noted)
        self.flags[flag] = True
        if self.traps[flag]:
            trapped.append(noted)
    if not trapped:
        return condition().handle(self, *args)
    raise _pydecimal._condition_map.get(trapped[0], trapped[0])(trapped)


_plain_new = Decimal.__new__


def _new(cls, value='0', context=None):
    try:
        return _plain_new(cls, value, context)
    except (TypeError, ValueError) as error:
        problem = error
    if isinstance(problem, ValueError) and isinstance(value, (list, tuple)):
        raise ValueError(_tuple_complaint(value))
    if isinstance(problem, TypeError) and str(problem).startswith('Cannot convert'):
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    raise problem


def _tuple_complaint(value):
    if len(value) != 3:
        return 'argument must be a sequence of length 3'
    if not isinstance(value[0], int) or value[0] not in (0, 1):
        return 'sign must be an integer with the value 0 or 1'
    if isinstance(value[2], str):
        if value[2] not in ('F', 'n', 'N'):
            return 'string argument in the third position must be \'F\', \'n\' or \'N\''
    elif not isinstance(value[2], int):
        return 'exponent must be an integer'
    return 'coefficient must be a tuple of digits'


def _only_finite(plain):
    """A conversion to int that NaN and infinity refuse."""
    def method(self):
        if not self._is_special:
            return plain(self)
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        raise OverflowError('cannot convert Infinity to integer')
    method.__name__ = plain.__name__
    return method


_plain_round = Decimal.__round__
_to_int = _only_finite(Decimal.__round__)


def _round(self, n=None):
    return _to_int(self) if n is None else _plain_round(self, n)


_plain_format = Decimal.__format__


def _format(self, specifier, context=None, _localeconv=None):
    parsed = _pydecimal._parse_format_specifier_regex.match(specifier) if '#' in specifier else None
    if parsed is None or not parsed['alt']:    # the C version knows no alternate form
        try:
            return _plain_format(self, specifier, context, _localeconv)
        except ValueError:
            pass
    raise ValueError('invalid format string')


_SIGNALS = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal,
            Underflow)


def _repr(self):
    flags = ', '.join([signal.__name__ for signal in _SIGNALS if self.flags[signal]])
    traps = ', '.join([signal.__name__ for signal in _SIGNALS if self.traps[signal]])
    return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
            f'capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')


_FLAGS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded,
          Clamped)  # in the order of a context's dicts
_RANGES = {'prec': (1, MAX_PREC, 'range for prec is [1, MAX_PREC]'), 'Emin': (MIN_EMIN, 0, 'range for Emin is [MIN_EMIN, 0]'),
           'Emax': (0, MAX_EMAX, 'range for Emax is [0, MAX_EMAX]'), 'capitals': (0, 1, 'values for capitals are 0 or 1'),
           'clamp': (0, 1, 'values for clamp are 0 or 1')}


def _set_whole(self, name, value, vmin, vmax):
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    least, most, text = _RANGES[name]
    if not least <= value <= most:
        raise ValueError('valid ' + text)
    object.__setattr__(self, name, value)


_plain_setattr = Context.__setattr__


def _set(self, name, value):
    if name == 'rounding' and value not in _pydecimal._rounding_modes:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
    if name in ('flags', 'traps') and not isinstance(value, dict):
        raise TypeError('argument must be a signal dict')
    _plain_setattr(self, name, value)
    if name in ('flags', 'traps') and type(value[Clamped]) is not bool:
        object.__setattr__(self, name, {signal: bool(value[signal]) for signal in _FLAGS})


def _clear_flags(self):
    for signal in self.flags:
        self.flags[signal] = False


def _clear_traps(self):
    for signal in self.traps:
        self.traps[signal] = False


def _refuse(self, name):
    raise AttributeError('context attributes cannot be deleted')


def setcontext(context):
    """Makes a context the one of this thread or task."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    _pydecimal.setcontext(context)


def localcontext(ctx=None, **kwargs):
    """A manager that makes a copy of a context the current one for a while."""
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    return _pydecimal.localcontext(ctx, **kwargs)


Context._set_integer_check = _set_whole
Context.__setattr__, Context.__delattr__ = _set, _refuse
Context._raise_error = _raise_error
Context.__repr__ = _repr
Context.clear_flags, Context.clear_traps = _clear_flags, _clear_traps
for _made in (DefaultContext, BasicContext, ExtendedContext):
    _made.flags, _made.traps = _made.flags, _made.traps
Decimal.__format__ = _format
Decimal.__new__ = _new
Decimal.__int__ = Decimal.__trunc__ = _only_finite(Decimal.__int__)
Decimal.__floor__ = _only_finite(Decimal.__floor__)
Decimal.__ceil__ = _only_finite(Decimal.__ceil__)
Decimal.__round__ = _round
for _cls in (Decimal, Context, DecimalTuple):
    _dotted_name(_cls)

# ---- what CPython does without asking a subclass for its text, and its words for signaling NaNs ----

_plain_str, _plain_float, _plain_hash = Decimal.__str__, Decimal.__float__, Decimal.__hash__


def _repr(self):
    return f"Decimal('{_plain_str(self)}')"


def _reduce(self):
    return type(self), (_plain_str(self),)


def _float(self):
    if self.is_snan():
        raise ValueError('cannot convert signaling NaN to float')
    return _plain_float(self)


def _hash(self):
    if self.is_snan():
        raise TypeError('Cannot hash a signaling NaN value')
    return _plain_hash(self)


Decimal.__repr__, Decimal.__reduce__, Decimal.__float__, Decimal.__hash__ = _repr, _reduce, _float, _hash

# last of all: what this replaces is what it falls back on
_decimal_fast.install(Decimal, Context, _pydecimal._current_context_var, Inexact, Rounded, FloatOperation)
