# ExitStack as programs use it: many resources, conditional cleanup, callbacks, handing over, errors at every place, order of all.
import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress

log = []


class Resource:
    def __init__(self, name, fail=None, swallow=False):
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        if self.fail == 'enter':
            raise OSError(f'{self.name} does not open')
        log.append(f'+{self.name}')
        return self

    def __exit__(self, kind, error, trace):
        log.append(f'-{self.name}({kind.__name__ if kind else ""})')
        if self.fail == 'exit':
            raise RuntimeError(f'{self.name} does not close')
        return self.swallow


def show(title, function):
    log.clear()
    try:
        result = function()
    except BaseException as error:
        chain = []
        while error:
            chain.append(f'{type(error).__name__}: {error}')
            error = error.__cause__ or error.__context__
        result = ' <- '.join(chain)
    print(title, '|', result, '|', *log)


def several(*resources, body=None):
    def run():
        with ExitStack() as stack:
            opened = [stack.enter_context(resource) for resource in resources]
            if body:
                raise body
            return [resource.name for resource in opened]
    return run


show('all open', several(Resource('a'), Resource('b'), Resource('c')))
show('second fails', several(Resource('a'), Resource('b', 'enter'), Resource('c')))
show('body fails', several(Resource('a'), Resource('b'), body=KeyError('k')))
show('swallowed in the middle', several(Resource('a'), Resource('b', swallow=True), Resource('c'), body=KeyError('k')))
show('exit fails', several(Resource('a'), Resource('b', 'exit'), Resource('c')))
show('exit fails after body', several(Resource('a'), Resource('b', 'exit'), Resource('c', 'exit'), body=KeyError('k')))
show('failure swallowed', several(Resource('a', swallow=True), Resource('b', 'exit'), body=KeyError('k')))


def callbacks():
    with ExitStack() as stack:
        stack.callback(log.append, 'first')
        stack.callback(lambda *args, **named: log.append((args, named)), 1, 2, key='v')

        @stack.callback
        def decorated():
            log.append('decorated')

        @stack.push
        def exit(kind, error, trace):
            log.append(('push', kind and kind.__name__))
            return True
        stack.push(Resource('pushed'))
        raise ValueError('gone')


show('callbacks', callbacks)


def hand_over():
    with ExitStack() as stack:
        stack.enter_context(Resource('kept'))
        stack.enter_context(Resource('too'))
        kept = stack.pop_all()
        stack.enter_context(Resource('closed'))
    log.append('outside')
    kept.close()
    kept.close()
    return type(kept).__name__


show('hand over', hand_over)


class Server:
    """Opens all or nothing."""

    def __init__(self, *resources):
        with ExitStack() as stack:
            self.resources = [stack.enter_context(resource) for resource in resources]
            self.stack = stack.pop_all()

    def close(self):
        self.stack.close()


def whole():
    with closing(Server(Resource('x'), Resource('y'))) as server:
        log.append(f'{len(server.resources)} open')


show('all', whole)
show('nothing', lambda: Server(Resource('x'), Resource('y'), Resource('z', 'enter')))


@contextmanager
def transaction(name):
    log.append(f'begin {name}')
    try:
        yield name.upper()
    except ValueError as error:
        log.append(f'rollback {name}: {error}')
        raise
    except LookupError:
        log.append(f'ignored in {name}')
    else:
        log.append(f'commit {name}')
    finally:
        log.append(f'end {name}')


def nested(error):
    def run():
        with transaction('outer') as a, transaction('inner') as b:
            if error:
                raise error
            return a + b
    return run


for error in (None, ValueError('bad'), KeyError('k'), StopIteration('s'), GeneratorExit('g')):
    show(repr(error), nested(error))


@transaction('decorator')
def decorated(x):
    log.append(f'x={x}')
    return x * 2


show('decorated', lambda: decorated(2) + decorated(3))
for bad in (5, object, 'text', lambda: None, contextmanager(lambda: iter([1]))()):
    def enter(bad=bad):
        with ExitStack() as stack:
            return stack.enter_context(bad)
    show(type(bad).__name__, enter)
show('nullcontext', lambda: ExitStack().enter_context(nullcontext(7)))


def suppressing():
    with suppress(KeyError, IndexError):
        {}['x']
    with suppress():
        log.append('none')
    with suppress(ZeroDivisionError) as nothing:
        return nothing
show('suppress', suppressing)
for wrong in (lambda: ExitStack().push(5), lambda: ExitStack().callback(), lambda: ExitStack().enter_context(), lambda: closing(), lambda: suppress(5).__exit__(KeyError, KeyError(), None), lambda: closing(5).__exit__(None, None, None), lambda: nullcontext().__enter__()):
    show('wrong', wrong)
for name, method in (('sync', lambda s: s.enter_context(object())), ('async', lambda s: s.enter_async_context(3))):
    try:
        answer = method(contextlib.AsyncExitStack())
        if name == 'async':
            answer.send(None)
    except TypeError as error:
        print(name, error, error.__cause__, error.__suppress_context__, repr(error.__context__))


# What a stack keeps to call are methods bound to the context managers.
from contextlib import AsyncExitStack, ExitStack


class Managed:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("left", details[0])


managed = Managed()
for kind in (ExitStack, AsyncExitStack):
    stack = kind()
    stack.enter_context(managed)
    stack.push(managed)
    print([callback.__self__ is managed and callback.__name__ for is_sync, callback in stack._exit_callbacks])
    stack.pop_all()
