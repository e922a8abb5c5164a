# contextlib: contextmanager with exceptions, ExitStack in all its ways, suppress, closing, redirects, decorators, nullcontext.
import contextlib
import io
import sys


@contextlib.contextmanager
def manager(name, swallow=False):
    "doc of manager"
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('caught', name, error)
        if not swallow:
            raise
    finally:
        print('exit', name)


with manager('a') as value:
    print(value)
with manager('b', True):
    raise ValueError('swallowed')
try:
    with manager('c'):
        raise ValueError('passed')
except ValueError as error:
    print('outer', error, error.__context__)


@manager('deco')
def f(x):
    "doc of f"
    return x * 2


print(f(2), f(3), f.__name__, f.__doc__, manager.__doc__, manager('x').gen.__name__)


@contextlib.contextmanager
def bad(kind):
    if kind == 'none':
        return
    try:
        yield 1
    except KeyError:
        if kind == 'again':
            yield 2
        raise RuntimeError('replaced') from None
    if kind == 'twice':
        yield 2


for kind, raised in (('none', None), ('twice', None), ('again', KeyError('k')), ('replace', KeyError('k')), ('stop', StopIteration('s'))):
    try:
        with bad(kind):
            if raised:
                raise raised
    except BaseException as error:
        print(kind, type(error).__name__, error)


class Closer:
    def close(self):
        print('closed')


class CM:
    def __init__(self, name, result=False, fail=None):
        self.name, self.result, self.fail = name, result, fail

    def __enter__(self):
        print('in', self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print('out', self.name, kind and kind.__name__, value)
        if self.fail:
            raise self.fail
        return self.result


with contextlib.closing(Closer()) as closer:
    print(type(closer).__name__)
with contextlib.suppress(KeyError, IndexError) as nothing:
    print(nothing, [][1])
with contextlib.ExitStack() as stack:
    print(stack.enter_context(CM('one')), stack.push(CM('two')).name, stack.callback(print, 'callback', end='!\n').__name__)
    stack.push(lambda kind, value, tb: print('pushed', kind))
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(CM('first', fail=OSError('later')))
        stack.enter_context(CM('second', fail=KeyError('mid')))
        stack.callback(lambda: 1 / 0)
        raise ValueError('original')
except OSError as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__context__
    print(chain)
with contextlib.ExitStack() as stack:
    stack.enter_context(CM('swallows', True))
    raise ValueError('gone')
stack = contextlib.ExitStack()
stack.callback(print, 'kept')
kept = stack.pop_all()
stack.close()
kept.close()
for call in (lambda: stack.enter_context(5), lambda: stack.push(5) if False else stack.enter_context(object()), lambda: contextlib.ExitStack().callback()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
out = io.StringIO()
with contextlib.redirect_stdout(out) as target, contextlib.redirect_stderr(target):
    print('hidden')
    print('error', file=sys.stderr)
print(repr(out.getvalue()))
with contextlib.nullcontext(5) as five, contextlib.nullcontext() as none:
    print(five, none)


class Track(contextlib.ContextDecorator):
    def __enter__(self):
        print('track in')
        return self

    def __exit__(self, *exc):
        print('track out', exc[0])
        return exc[0] is KeyError


@Track()
def raises(kind):
    raise kind('x')


print(raises(KeyError))
try:
    raises(ValueError)
except ValueError as error:
    print('through', error)
print(isinstance(CM('x'), contextlib.AbstractContextManager), issubclass(Closer, contextlib.AbstractContextManager))
