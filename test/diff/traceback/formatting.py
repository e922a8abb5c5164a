# traceback: TracebackException, StackSummary, chains, groups, limits, notes, syntax errors, print functions.
import io
import sys
import traceback


def inner(x):
    return 1 / x


def outer():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise KeyError('outer') from error


def during():
    try:
        {}['k']
    except KeyError:
        raise ValueError('during\nsecond line')


def strip(text):
    return [line for line in text.splitlines() if not line.startswith('  File')]


for function in (outer, during):
    try:
        function()
    except Exception as error:
        caught = error
        error.add_note('a note\nof two lines')
        print(strip(traceback.format_exc()), len(traceback.format_exception(error)), traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
        te = traceback.TracebackException.from_exception(error, capture_locals=False)
        print(str(te), te.exc_type, te.__cause__ and str(te.__cause__), te.__context__ and te.__context__.exc_type, te.__suppress_context__, te.__notes__, len(te.stack), te.stack[-1].name, te.stack[-1].line, te == traceback.TracebackException.from_exception(error))
        print([(f.name, f.line) for f in traceback.extract_tb(error.__traceback__)], [f.name for f in traceback.extract_tb(error.__traceback__, limit=1)], [f.name for f in traceback.extract_tb(error.__traceback__, limit=-1)], strip(''.join(traceback.format_exception(error, chain=False))), strip(''.join(traceback.format_exception(error, limit=0))))
out = io.StringIO()
traceback.print_exception(caught, file=out)
traceback.print_exception(type(caught), caught, None, file=out)
traceback.print_tb(caught.__traceback__, file=out)
print(strip(out.getvalue()))
group = ExceptionGroup('several', [ValueError('one'), ExceptionGroup('nested', [KeyError('two'), OSError(2, 'three')])])
print(''.join(traceback.format_exception(group)), traceback.format_exception_only(group))
many = ExceptionGroup('many', [ValueError(n) for n in range(20)])
print(''.join(traceback.format_exception(many))[-90:], ''.join(traceback.TracebackException.from_exception(many, max_group_width=2).format()))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError('no text')


class Inner:
    class Error(Exception):
        pass


for error in (Odd(), Inner.Error('q'), Exception(), Exception(None), Exception('a', 'b'), KeyboardInterrupt(), SystemExit(3), OSError(2, 'No', 'file'), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'), StopIteration(5), AssertionError(), KeyError('k'), SyntaxError('bad', ('f.py', 3, 5, 'x = = 1\n')), SyntaxError('bad', ('f.py', 3, 5, 'x = = 1\n', 3, 7)), SyntaxError('plain'), ImportError('no', name='m')):
    print(traceback.format_exception_only(error))
try:
    compiled = None
    raise ValueError('shown') from None
except ValueError as error:
    print(error.__suppress_context__, strip(traceback.format_exc()))
summary = traceback.StackSummary.from_list([('f.py', 1, 'func', 'code()'), traceback.FrameSummary('g.py', 2, 'other', line='text', locals={'a': 1, 'b': 'x'})])
print(summary.format(), summary[0], summary[0][2], list(summary[0]), summary[0] == ('f.py', 1, 'func', 'code()'), summary[1].locals, len(summary), traceback.format_list(summary))
print(traceback.StackSummary.from_list([('r.py', 5, 'rec', 'rec()')] * 10).format()[-1], traceback.format_exception_only(None, None), traceback.format_exception(None, None, None), traceback.format_exc())
traceback.print_last.__name__
try:
    inner(0)
except ZeroDivisionError as error:
    tb = error.__traceback__
    print(tb.tb_lineno > 0, tb.tb_next.tb_next is None, tb.tb_frame.f_code.co_name, [n for n, _ in ((f.f_code.co_name, l) for f, l in traceback.walk_tb(tb))], error.with_traceback(None).__traceback__)
for call in (lambda: traceback.format_exception(5), lambda: traceback.format_exception_only(), lambda: traceback.print_exception(ValueError), lambda: traceback.FrameSummary('a')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# a group around the exception that it was raised after, itself the context of another one
def nested(depth):
    if depth == 0:
        raise ValueError('deep')
    try:
        nested(depth - 1)
    except Exception as error:
        raise ExceptionGroup(f'level {depth}', [error, KeyError(depth)])


try:
    nested(3)
except ExceptionGroup as group:
    traceback.print_exc(file=sys.stdout)
    traceback.print_exception(group.exceptions[0], file=sys.stdout)
    traceback.print_exception(group, chain=False, file=sys.stdout)


# The module moves carets to the left by the blanks at the end of a line; these lines have some on purpose.
def quotient(x):
    return x / 0   


def over_two_lines(x):
    return (quotient(x)   	  
            + 1)    


def second_on_line(x):
    y = 1; return (quotient(x)   
       )       


def as_whole(x):
    quotient(x)             


def with_comment(x):
    z = quotient(x)    # blanks stand behind this  


for function in quotient, over_two_lines, second_on_line, as_whole, with_comment:
    try: function(1)  
    except ZeroDivisionError as error:
        traceback.print_exc(file=sys.stdout)
        print(''.join(traceback.format_exception(error, limit=5)) == traceback.format_exc())
        try:
            raise KeyError from ExceptionGroup('g', [error])
        except KeyError:
            traceback.print_exc(file=sys.stdout)
for line, colno, end_colno, end_lineno in (('  abc + d  \n', 2, 5, 3), ('  abc + d ', 2, 5, 3), ('  abc + d', 2, 9, 3), ('  abc + d', 6, 9, 4), ('\tabc', 1, 4, 3), ('é + ü   \n', 0, 7, 3), ('abc   \n', 1, 2, 4)):
    summary = traceback.FrameSummary('f', 3, 'n', line=line, colno=colno, end_colno=end_colno, end_lineno=end_lineno)
    print(traceback.StackSummary.from_list([summary]).format())
