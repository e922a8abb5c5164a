"""Warnings: messages about something doubtful, with filters that decide what happens to them.

A call of warn() leaves word of its place. A compiled program has no frames to look up callers in, unless it mentions
`stacklevel` or another of the words behind the part `stack` (parts.def): in others the place of a warning with a
stacklevel of more than 1 is that of the module `sys`.
"""
__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings']

import sys

filters = sys._first_filters()     # the default ones, and those of the environment
defaultaction = 'default'
onceregistry = {}
_version = 0


class WarningMessage:
    """What is known about one warning."""
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _format(message, category, filename, lineno, line, None)


def _format(message, category, filename, lineno, line, source):
    text = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)
    if line is None:
        line = sys._source_line(filename, lineno)
    if line and line.strip():
        text += '  %s\n' % line.strip()
    if source is not None:
        text += '%s: Enable tracemalloc to get the object allocation traceback\n' % category.__name__
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to sys.stderr or to `file`."""
    _write(file, formatwarning(message, category, filename, lineno, line))


def _write(file, text):
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(text)
    except OSError:
        pass


_original_show = showwarning
_original_format = formatwarning


def _show(message):
    show = showwarning
    if show is not _original_show:
        show(message.message, message.category, message.filename, message.lineno, message.file,
             message.line)
        return
    _recorder(message)


def _print(message):
    about = message.message, message.category, message.filename, message.lineno, message.line
    if formatwarning is not _original_format:
        text = formatwarning(*about)
    else:
        text = _format(*about, message.source)
    _write(message.file, text)


_recorder = _print


def _matches(pattern, text, ignores_case):
    """Filters use regular expressions; only those that need it load the module re."""
    if not pattern:
        return True
    if not isinstance(pattern, str):
        return pattern.match(text) is not None    # compiled, by a program that knows what filters are
    if pattern.replace(' ', '').replace('_', '').isalnum():
        return text.lower().startswith(pattern.lower()) if ignores_case else text.startswith(pattern)
    import re
    return re.match(pattern, text, re.I if ignores_case else 0) is not None


def _add(item, append):
    global _version
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _version += 1


def _check_filter(action, lineno):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError('invalid action: %r' % (action,))
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError('lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Adds a filter with patterns for the message and the module."""
    _check_filter(action, 0)
    if not isinstance(message, str):
        raise AssertionError('message must be a string')
    if not isinstance(category, type):
        raise AssertionError('category must be a class')
    if not issubclass(category, Warning):
        raise AssertionError('category must be a Warning subclass')
    if not isinstance(module, str):
        raise AssertionError('module must be a string')
    _check_filter(action, lineno)
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages."""
    _check_filter(action, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    """Removes all filters."""
    global _version
    filters.clear()
    _version += 1


def warn(message, category=None, stacklevel=1, source=None):
    """Issues a warning."""
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(stacklevel, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(stacklevel).__name__)
    place = sys._call_place(stacklevel - 1)
    _warn_at(message, category, *(place or ('sys', 1, 'sys')), source)


_DEPRECATED_MSG = '{name!r} is deprecated and slated for removal in Python {remove}'


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warns of something that the release `remove`, a pair, will not have any more."""
    release = '%d.%d' % remove
    if _version[:2] > remove or (_version[:2] == remove and _version[3] != 'alpha'):
        raise RuntimeError('%r was slated for removal after Python %s alpha' % (name, release))
    warn(message.format(name=name, remove=release), DeprecationWarning, stacklevel=2)  # this module's calls do not count


_registries = {}


def _warn_at(message, category, filename, lineno, module, source=None):
    warn_explicit(message, category, filename, lineno, module, _registries.setdefault(filename, {}),
                  source=source)



def _action_for(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        if (_matches(pattern, text, True) and issubclass(category, kind) and _matches(place, module, False)
                and line in (0, lineno)):
            return action
    return defaultaction


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issues a warning whose place is given."""
    if module is None:
        module = filename[:-3] if filename.lower().endswith('.py') else filename
    registry = {} if registry is None else registry
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = True
        once = (text, category)
        if onceregistry.get(once):
            return
        onceregistry[once] = True
    elif action == 'module':
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[(text, category, 0)] = True
    elif action == 'default':
        registry[key] = True
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Keeps the filters, and with record=True collects warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return 'catch_warnings(record=True)' if self._record else 'catch_warnings()'

    def __enter__(self):
        global _recorder, showwarning, _version
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)  # CPython: 468
        self._entered = True
        self._filters = filters[:]
        self._saved = _recorder, showwarning
        _version += 1
        if self._filter is not None:
            simplefilter(*self._filter)  # CPython: 476
        if not self._record:
            return None
        log = []
        _recorder = log.append
        showwarning = _original_show
        return log

    def __exit__(self, *exc_info):
        global _recorder, showwarning, _version
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)  # CPython: 489
        filters[:] = self._filters
        _version += 1
        _recorder, showwarning = self._saved
