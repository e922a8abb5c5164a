# Stacks as data: walk_tb, extraction with limits, summaries compared, exceptions raised again and chained by hand.
import traceback
from traceback import FrameSummary, StackSummary, TracebackException


def level(n):
    if n == 0:
        raise LookupError('bottom')
    level(n - 1)


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


error = caught(level, 3)
walked = list(traceback.walk_tb(error.__traceback__))
print(len(walked), [frame.f_code.co_name for frame, line in walked], all(isinstance(line, int) for _, line in walked))
stack = traceback.extract_tb(error.__traceback__)
print([(frame.name, frame.line) for frame in stack], stack[-1].lineno - stack[1].lineno, type(stack).__mro__[1].__name__, stack[0].filename == __file__, stack[1] == stack[2], stack[0] != stack[1])
for limit in (None, 0, 1, 2, -1, -2, 99):
    print(limit, [frame.name for frame in traceback.extract_tb(error.__traceback__, limit=limit)], len(traceback.format_tb(error.__traceback__, limit)))
frame = FrameSummary('file.py', 10, 'name', line='the line', lookup_line=False)
print(frame, list(frame), len(frame), frame[0], frame[3], frame == ('file.py', 10, 'name', 'the line'), frame == FrameSummary('file.py', 10, 'name', line='other'), FrameSummary('f', 1, 'n', locals={'a': 1, 'b': 'x'}, line='').locals)
summary = StackSummary.from_list([frame, ('g.py', 2, 'g', 'y = 2')])
print(summary.format(), [type(item).__name__ for item in summary], summary[0] is frame, summary == [frame, ('g.py', 2, 'g', 'y = 2')])


def again():
    try:
        level(1)
    except LookupError as error:
        kept.append(error)
        raise


def wrapped():
    try:
        again()
    except LookupError as error:
        raise RuntimeError('wrapped') from error.with_traceback(None)


def swallowed():
    try:
        level(0)
    except LookupError:
        pass
    raise OSError('after')


kept = []
for function in (again, wrapped, swallowed):
    error = caught(function)
    print(function.__name__, [frame.name for frame in traceback.extract_tb(error.__traceback__)], error.__cause__, error.__context__, error.__cause__ and error.__cause__.__traceback__)
error = kept[0]


def raiser(error):
    raise error


before = len(traceback.extract_tb(error.__traceback__))
caught(raiser, error)
print(before, len(traceback.extract_tb(error.__traceback__)) - before, [frame.name for frame in traceback.extract_tb(error.__traceback__)][:3])
trace = error.__traceback__
error.__traceback__ = trace.tb_next
print(len(traceback.extract_tb(error.__traceback__)), trace.tb_next.tb_lineno == error.__traceback__.tb_lineno, trace.tb_lasti >= 0, trace.tb_frame.f_code.co_filename == __file__)
for value in (5, 'x'):
    try:
        error.__traceback__ = value
    except TypeError as problem:
        print(problem)
a, b, c = ValueError('a'), ValueError('b'), ValueError('c')
a.__context__, b.__context__ = b, a
c.__cause__ = c
print(traceback.format_exception(a), traceback.format_exception(c), traceback.format_exception(ValueError, ValueError('v'), None))
captured = TracebackException(ValueError, ValueError('text'), None, compact=True)
print(list(captured.format()), captured.__cause__, captured.stack, str(captured), list(TracebackException.from_exception(SyntaxError('m', ('f', 1, None, None))).format_exception_only()))
for args in (('msg', ('file.py', 3, 4, 'x = (1,\n', 3, 6)), ('msg', (None, 1, 1, 'text')), ('msg',), ()):
    print(traceback.format_exception_only(SyntaxError(*args)))
