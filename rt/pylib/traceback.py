"""Tracebacks as text and as lists of frames.

Whole reports are made by the runtime (sys._format_exception); what is cut short by a limit, kept
for later or changed by the program is made here. A compiled program keeps no list of the functions
it is in, so that the current stack (extract_stack and its likes) is empty."""
import sys
from itertools import islice

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list',
           'format_stack', 'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last',
           'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary',
           'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_NOTHING = object()
_SHOWN_REPEATS = 3
_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


class FrameSummary:
    """One entry of a traceback."""
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        """The source line without its indentation; None if it has no number."""
        if self._line is None:
            if self.lineno is None:
                return None
            line = sys._source_line(self.filename, self.lineno)
            self._line = line + '\n' if line else ''
        return self._line.strip()

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
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._as_tuple() == other
        return NotImplemented

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def _carets(self):
        if self.colno is None or self.end_colno is None:
            return ''
        more_lines = self.end_lineno is not None and self.end_lineno != self.lineno
        return sys._source_carets(self._original_line, self.colno, self.end_colno, more_lines)


class StackSummary(list):
    """The entries of a traceback."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From pairs of a frame and a line number."""
        return cls._from_entries(((frame, lineno, None, None, None) for frame, lineno in frame_gen),
                                 limit, lookup_lines)

    @classmethod
    def _from_entries(cls, entries, limit, lookup_lines=True):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            entries = islice(entries, limit) if limit >= 0 else list(entries)[limit:]
        result = cls()
        for frame, lineno, end_lineno, colno, end_colno in entries:
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=lookup_lines,
                                       end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        return result

    @classmethod
    def from_list(cls, a_list):
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line}\n' + frame_summary._carets()
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self):
        """The text of each entry; of entries that repeat only the first ones."""
        lines, last, count = [], None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last or None in place:
                self._add_repeats(lines, count)
                last, count = place, 0
            count += 1
            if count <= _SHOWN_REPEATS:
                lines.append(text)
        self._add_repeats(lines, count)
        return lines

    @staticmethod
    def _add_repeats(lines, count):
        more = count - _SHOWN_REPEATS
        if more > 0:
            lines.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


def walk_tb(tb):
    """The frames of a traceback with their line numbers."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """The frames that are known: the caller's own."""
    if f is None:
        f = sys._call_site()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _entries(tb):
    """A traceback's frames with their whole positions, which tb_lasti holds in compiled programs."""
    while tb is not None:
        place = tb.tb_lasti
        columns = (None, None) if not place & 0xffffffff else (place >> 16 & 0xffff, place & 0xffff)
        yield tb.tb_frame, tb.tb_lineno, tb.tb_lineno + (place >> 32 & 0xff), *columns
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary._from_entries(_entries(tb), limit)


def extract_stack(f=None, limit=None):
    frames = [(frame, line, line, None, None) for frame, line in walk_stack(f)]
    stack = StackSummary._from_entries(frames, limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        print(line, file=file, end='')


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def _parse(exc, value, tb):
    """The exception and its traceback, from the two ways to call these functions."""
    if (value is _NOTHING) != (tb is _NOTHING):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _NOTHING:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def format_exception(exc, /, value=_NOTHING, tb=_NOTHING, limit=None, chain=True):
    """The lines that would be printed for an exception."""
    error, tb = _parse(exc, value, tb)
    whole = limit is None and getattr(sys, 'tracebacklimit', None) is None
    # In a group the runtime leaves out what was shown before it, as for uncaught exceptions; this module
    # takes the members down before the contexts.
    grouped = isinstance(error, BaseExceptionGroup) and error.__context__ is not None
    if whole and not grouped and error is not None and tb is error.__traceback__:
        return sys._format_exception(error, chain)
    return list(TracebackException(type(error), error, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_NOTHING):
    """Only the last part: type, message and notes."""
    error = exc if value is _NOTHING else value
    return list(TracebackException(type(error), error, None, compact=True).format_exception_only())


def print_exception(exc, /, value=_NOTHING, tb=_NOTHING, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def clear_frames(tb):
    while tb is not None:
        tb.tb_frame.clear()
        tb = tb.tb_next


class _Frames:
    """The frames drawn around the exceptions of groups, while one report is written."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return '  ' * self.depth

    def emit(self, text, margin='|'):
        prefix = f'{self.indent()}{margin} ' if self.depth else ''
        return ''.join(prefix + line for line in text.splitlines(keepends=True)) if prefix else text


class TracebackException:
    """An exception taken down for later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._from_entries(_entries(exc_traceback), limit, lookup_lines)
        self.exc_type = exc_type
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._only = ['NoneType: None\n'] if exc_value is None else sys._format_exception_only(exc_value)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_syntax(exc_value)
        self._str = self._message(exc_value)
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            options = dict(limit=limit, lookup_lines=lookup_lines, max_group_width=max_group_width,
                           max_group_depth=max_group_depth, _seen=seen)
            waiting = [(self, exc_value)]
            while waiting:
                taken, error = waiting.pop()
                waiting += taken._take_related(error, compact, options)

    def _take_related(self, error, compact, options):
        """Takes down cause, context and members; answers them with their exceptions."""
        seen, found = options['_seen'], []

        def take(exc):
            found.append((TracebackException(type(exc), exc, exc.__traceback__, **options), exc))
            return found[-1][0]

        cause, context = getattr(error, '__cause__', None), getattr(error, '__context__', None)
        if cause is not None and id(cause) not in seen:
            self.__cause__ = take(cause)
        hidden = compact and (self.__cause__ is not None or self.__suppress_context__)
        if context is not None and id(context) not in seen and not hidden:
            self.__context__ = take(context)
        if isinstance(error, BaseExceptionGroup):
            self.exceptions = [take(exc) for exc in error.exceptions]
        return found

    def _take_syntax(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text, self.offset, self.end_offset, self.msg = error.text, error.offset, error.end_offset, error.msg

    @staticmethod
    def _message(error):
        try:
            return str(error)
        except Exception:
            return '<exception str() failed>'

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True, _ctx=None):
        frames = _Frames() if _ctx is None else _ctx
        for message, exc in reversed(self._chain() if chain else [(None, self)]):
            if message is not None:
                yield frames.emit(message)
            if exc.exceptions is None:
                yield from exc._format_stack(frames, '', '|')
            elif frames.depth > self.max_group_depth:
                yield frames.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from exc._format_group(frames, chain, self.max_group_width)

    def _chain(self):
        """The exceptions from this one back to the first, with what is said before each."""
        chain, exc = [], self
        while exc is not None:
            message = origin = None
            if exc.__cause__ is not None:
                message, origin = _CAUSE, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                message, origin = _CONTEXT, exc.__context__
            chain.append((message, exc))
            exc = origin
        return chain

    def _format_stack(self, frames, kind, margin):
        if self.stack:
            yield frames.emit(f'{kind}Traceback (most recent call last):\n', margin)
            for text in self.stack.format():
                yield frames.emit(text)
        for text in self.format_exception_only():
            yield frames.emit(text)

    def _format_group(self, frames, chain, width):
        is_outermost = frames.depth == 0
        frames.depth += is_outermost
        yield from self._format_stack(frames, 'Exception Group ', '+' if is_outermost else '|')
        count = len(self.exceptions)
        shown = min(count, width + 1)
        frames.need_close = False
        for number in range(shown):
            is_last, is_cut = number == shown - 1, number >= width
            frames.need_close = frames.need_close or is_last
            title = '...' if is_cut else str(number + 1)
            yield f'{frames.indent()}{"  " if number else "+-"}+---------------- {title} ----------------\n'
            frames.depth += 1
            if is_cut:
                yield frames.emit(f'and {count - width} more exception{"s" if count - width > 1 else ""}\n')
            else:
                yield from self.exceptions[number].format(chain=chain, _ctx=frames)
            if is_last and frames.need_close:
                yield f'{frames.indent()}+------------------------------------\n'
                frames.need_close = False
            frames.depth -= 1
        frames.depth -= is_outermost

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)
