# A program's own crash reports from traceback: chains as data, frames filtered, causes and notes, repeated lines, locals, formatting to files.
import io
import sys
import traceback


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f'[{self.code}] {self.args[0]}'


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise AppError(12, f'bad number {text!r}') from error


def load(lines):
    total = 0
    for number, line in enumerate(lines, 1):
        try:
            total += parse(line)
        except AppError as error:
            error.add_note(f'in line {number}')
            raise
    return total


def cleanup(lines):
    try:
        return load(lines)
    finally:
        {}['missing']


def recurse(n):
    if n == 0:
        raise RecursionError('deep enough')
    return recurse(n - 1)


def report(error):
    """What a service would send away: a list of plain dicts."""
    chain = []
    while error is not None:
        chain.append({'type': type(error).__name__, 'text': str(error), 'notes': getattr(error, '__notes__', []), 'frames': [(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)]})
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain


for function, argument in ((load, ['1', 'x']), (cleanup, ['1', 'y']), (load, ['1', None]), (parse, '0x')):
    try:
        function(argument)
    except Exception as error:
        for entry in report(error):
            print(entry)
        print('-')



def without_places(lines):
    return [line for line in ''.join(lines).splitlines() if not line.lstrip().startswith(('File', '^', '~'))]


try:
    cleanup(['z'])
except KeyError as error:
    caught = error
for options in ({}, {'chain': False}, {'limit': 1}, {'limit': -1}, {'limit': 0}):
    print(options, without_places(traceback.format_exception(caught, **options)))
print(traceback.format_exception_only(caught), traceback.format_exception_only(AppError(1, 'two\nlines')), traceback.format_exception_only(type(caught), caught), traceback.format_exception_only(SyntaxError('bad', ('f.py', 3, 5, 'a = = b\n', 3, 6))), traceback.format_exception_only(None), traceback.format_exception_only(KeyboardInterrupt()), traceback.format_exception_only(OSError(2, 'No such file', 'name')))
try:
    recurse(10)
except RecursionError as error:
    lines = ''.join(traceback.format_exception(error)).splitlines()
    print(len(lines) > 6, [line for line in lines if 'repeated' in line], lines[-1])
    print(len(traceback.extract_tb(error.__traceback__)), [frame.name for frame in traceback.extract_tb(error.__traceback__, limit=-2)], [frame.name for frame in traceback.extract_tb(error.__traceback__, limit=2)])
out = io.StringIO()
try:
    load(['q'])
except AppError:
    traceback.print_exc(file=out)
    traceback.print_exception(*sys.exc_info(), file=out, chain=False)
    print(traceback.format_exc().splitlines()[-2:], without_places([out.getvalue()])[-4:], sys.exc_info()[0].__name__)
print(repr(traceback.format_exc()))
summary = traceback.StackSummary.from_list([('a.py', 1, 'f', 'x = 1'), ('b.py', 20, 'g', None), traceback.FrameSummary('c.py', 3, 'h', line='  indented', locals={'n': 5})])
print(summary, len(summary), summary.format(), list(summary[0]), summary[1] == ('b.py', 20, 'g', ''), summary[2].locals, summary[2].line)
print(''.join(traceback.format_list([('x.py', 5, 'm', 'code'), ('x.py', 5, 'm', 'code'), ('x.py', 5, 'm', 'code'), ('x.py', 5, 'm', 'code'), ('x.py', 5, 'm', 'code'), ('y.py', None, '<module>', None)])))
captured = traceback.TracebackException.from_exception(caught)
print(captured.exc_type.__name__, str(captured), captured.__context__.exc_type.__name__, captured.__context__.__cause__ is not None, captured.__suppress_context__, captured.__notes__, captured == traceback.TracebackException.from_exception(caught), [frame.name for frame in captured.stack], list(captured.format_exception_only()), without_places(captured.format(chain=False)))


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError


class Outer:
    class Inner(Exception):
        pass


for error in (BadStr(), Outer.Inner('in'), AppError(5, ''), Exception(), Exception('a', 2), KeyError('k'), KeyError(), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'why'), StopIteration(3), SystemExit(4), ExceptionGroup('g', [ValueError(1), AppError(2, 'x')])):
    print(traceback.format_exception_only(error))
try:
    try:
        raise ExceptionGroup('several', [ValueError('one'), TypeError('two'), ExceptionGroup('inner', [KeyError('three')])])
    except* ValueError as group:
        raise OSError('while handling') from group
except ExceptionGroup as group:
    print('\n'.join(without_places(traceback.format_exception(group))))
