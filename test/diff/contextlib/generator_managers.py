# contextmanager at its edges: what a generator may do with exceptions, reuse, decorators, tracebacks, StopIteration, redirecting output, chdir.
import contextlib
import io
import os
import sys
import traceback
from contextlib import ContextDecorator, chdir, contextmanager, redirect_stderr, redirect_stdout


@contextmanager
def manager(behaviour):
    try:
        yield behaviour
    except Exception as error:
        if behaviour == 'swallow':
            return
        if behaviour == 'replace':
            raise LookupError('replaced')
        if behaviour == 'chain':
            raise LookupError('chained') from error
        if behaviour == 'again':
            raise
        if behaviour == 'same':
            raise error
        if behaviour == 'yield':
            yield 'second'
        if behaviour == 'hide':
            raise LookupError('hidden') from None
    if behaviour == 'stop':
        raise StopIteration('stopped')


for behaviour in ('swallow', 'replace', 'chain', 'again', 'same', 'yield', 'hide', 'stop', 'pass'):
    for raised in (None, ValueError('v'), StopIteration(5), RuntimeError('r'), StopAsyncIteration()):
        try:
            with manager(behaviour):
                if raised:
                    raise raised
            print(behaviour, repr(raised), 'went on')
        except BaseException as error:
            print(behaviour, repr(raised), type(error).__name__, error, error is raised, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
used = manager('pass')
with used:
    pass
for call in (lambda: used.__enter__(), lambda: used.__exit__(None, None, None), lambda: manager(), lambda: contextmanager(lambda: 5)().__enter__(), lambda: manager('x').__exit__(ValueError, None, None)):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)


@contextmanager
def counted(counter=[0]):
    "Counts its uses."
    counter[0] += 1
    yield counter[0]


@counted()
def function(a, *, b=2):
    "The function's own."
    return a + b


print(function(1), function(1, b=5), function.__name__, function.__doc__, counted.__name__, counted.__doc__, counted.__wrapped__.__name__, function.__wrapped__(3), type(counted()).__name__)
with counted() as first, counted() as second:
    print(first, second)


class Tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f'<{self.name}>', end='')
        return self

    def __exit__(self, *exc):
        print(f'</{self.name}>')
        return False


@Tag('p')
def paragraph(text):
    print(text, end='')


paragraph('text')
with Tag('a') as tag, Tag('b'):
    print(tag.name, end=' ')
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out) as target, redirect_stderr(err):
    print('captured', target is out)
    sys.stderr.write('error text')
    with redirect_stdout(io.StringIO()) as inner:
        print('inner')
    with redirect_stdout(sys.stderr):
        print('to the other')
    traceback.print_exc()
print(repr(out.getvalue()), repr(err.getvalue()), repr(inner.getvalue()))
reused = redirect_stdout(out)
with reused:
    print('a')
    with reused:
        print('b')
    print('c')
print(repr(out.getvalue()))
os.makedirs('one/two', exist_ok=True)
start = os.getcwd()
with chdir('one') as nothing:
    print(os.path.relpath(os.getcwd(), start), nothing)
    again = chdir('two')
    with again:
        print(os.path.relpath(os.getcwd(), start))
    print(os.path.relpath(os.getcwd(), start))
print(os.getcwd() == start)
try:
    with chdir('missing'):
        print('not reached')
except FileNotFoundError as error:
    print(error.strerror, os.getcwd() == start)


@contextmanager
def timed(name, clock=iter(range(100)).__next__):
    start = clock()
    try:
        yield lambda: clock() - start
    finally:
        print(name, 'took', clock() - start)


with timed('outer') as elapsed:
    print(elapsed(), elapsed())
    with timed('inner'):
        pass


def frames(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


try:
    with manager('again'):
        raise ValueError('traced')
except ValueError as error:
    print(frames(error))
try:
    with manager('replace'):
        raise ValueError('traced')
except LookupError as error:
    print(frames(error), frames(error.__context__))
