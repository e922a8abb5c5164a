"""Tracebacks as text and as lists of frames."""
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list',
           'format_stack', 'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last',
           'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary',
           'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_NOTHING = object()


class FrameSummary:
    """One line of a traceback."""
    __slots__ = ('filename', 'lineno', 'name', 'line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._as_tuple())

    def __getitem__(self, place):
        return self._as_tuple()[place]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._as_tuple() == other._as_tuple()
        if isinstance(other, tuple):
            return self._as_tuple() == other
        return NotImplemented

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """The lines of a traceback."""

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format(self):
        return [self.format_frame_summary(frame) for frame in self]

    def format_frame_summary(self, frame):
        text = '  File "%s", line %s, in %s\n' % (frame.filename, frame.lineno, frame.name)
        if frame.line:
            text += '    %s\n' % frame.line.strip()
        return text


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    return iter(())


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    frames = []
    while tb is not None:
        code = tb.tb_frame.f_code
        frames.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name,
                                   line=_source_line(code.co_filename, tb.tb_lineno)))
        tb = tb.tb_next
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return StackSummary.from_list(frames)


def _source_line(filename, lineno):
    lookup = getattr(sys, '_source_line', None)
    return lookup(filename, lineno) if lookup is not None else None


def extract_stack(f=None, limit=None):
    """A compiled program keeps no list of the functions it is in."""
    return StackSummary()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def _parse(exc, value):
    if value is _NOTHING:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError('Exception expected for value, %s found' % type(exc).__name__)
        return exc
    return value


def _report(error, tb, limit, chain):
    """The lines for an exception with another traceback than its own, or with a part of it."""
    own = error.__traceback__
    if limit is not None:
        frames = format_tb(own if tb is _NOTHING else tb, limit)
        head = ['Traceback (most recent call last):\n'] if frames else []
        return head + frames + sys._format_exception_only(error)
    if tb is _NOTHING or tb is own:
        return sys._format_exception(error, chain)
    error.__traceback__ = tb
    try:
        return sys._format_exception(error, chain)
    finally:
        error.__traceback__ = own


def format_exception(exc, /, value=_NOTHING, tb=_NOTHING, limit=None, chain=True):
    """The lines that would be printed for an exception."""
    error = _parse(exc, value)
    if error is None:
        return ['NoneType: None\n']
    return _report(error, tb, limit, chain)


def format_exception_only(exc, /, value=_NOTHING):
    """Only the last part: type and message."""
    error = _parse(exc, value)
    if error is None:
        return ['NoneType: None\n']
    return sys._format_exception_only(error)


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        file.write(line)


def print_exception(exc, /, value=_NOTHING, tb=_NOTHING, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def clear_frames(tb):
    pass


class TracebackException:
    """An exception taken down for later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._str = str(exc_value)
        self._lines = {True: _report(exc_value, exc_traceback, limit, True),
                       False: _report(exc_value, exc_traceback, limit, False)}
        self._only = sys._format_exception_only(exc_value)
        cause, context = exc_value.__cause__, exc_value.__context__
        seen = (_seen or ()) + (id(exc_value),)
        self.__cause__ = self._nested(cause, seen)
        self.__context__ = self._nested(context, seen)

    @staticmethod
    def _nested(exc, seen):
        if exc is None or id(exc) in seen:
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        yield from self._lines[bool(chain)]

    def format_exception_only(self):
        yield from self._only

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)

    def __str__(self):
        return self._str
