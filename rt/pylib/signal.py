"""Signals: the module _signal with enumerations."""
import _signal
from _signal import *
from _signal import (default_int_handler, getsignal as _getsignal, pthread_sigmask as _sigmask,
                     signal as _set_signal, sigpending as _sigpending, sigwait as _sigwait,
                     valid_signals as _valid_signals)
from enum import IntEnum


def _collect(name, wanted):
    members = {key: value for key, value in vars(_signal).items() if wanted(key)}
    members = dict(sorted(members.items(), key=lambda item: (item[1], item[0])))
    made = IntEnum(name, members, module='signal')
    globals().update({key: made[key] for key in members})
    return made


Signals = _collect('Signals', lambda name: name.startswith('SIG') and name.isupper()
                   and not name.startswith('SIG_'))
Handlers = _collect('Handlers', lambda name: name in ('SIG_DFL', 'SIG_IGN'))
Sigmasks = _collect('Sigmasks', lambda name: name in ('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK'))


def _as_member(value, kind):
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def _number(value):
    return int(value) if isinstance(value, IntEnum) else value


def signal(signalnum, handler):
    return _as_member(_set_signal(_number(signalnum), _number(handler)), Handlers)  # CPython: 56


def getsignal(signalnum):
    return _as_member(_getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    return {_as_member(number, Signals) for number in _sigmask(how, mask)}


def sigpending():
    return {_as_member(number, Signals) for number in _sigpending()}


def sigwait(sigset):
    return _as_member(_sigwait(sigset), Signals)


def valid_signals():
    return {_as_member(number, Signals) for number in _valid_signals()}
