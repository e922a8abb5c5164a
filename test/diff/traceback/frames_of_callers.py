# Frames of callers: sys._getframe(n), f_back, inspect.stack and currentframe, what traceback shows of the running stack,
# the lines that logging finds by itself.
import asyncio
import contextlib
import functools
import inspect
import io
import logging
import os
import sys
import traceback


def who():
    return sys._getframe(1).f_code.co_name


def whoever(depth):
    return '{0.f_code.co_name}:{0.f_lineno}'.format(sys._getframe(depth))


def chain():
    frame, names = sys._getframe(), []
    while frame is not None:
        names.append((frame.f_code.co_name, frame.f_lineno if names else None))
        frame = frame.f_back
    return names


def module_of_caller():
    return inspect.currentframe().f_back.f_globals['__name__']


class Service:
    name = who()

    def method(self):
        return who(), [whoever(n) for n in range(3)]

    @property
    def prop(self):
        return who()

    @classmethod
    def build(cls):
        return (lambda: who())()

    def __repr__(self):
        return who() + '/' + sys._getframe(1).f_code.co_name

    def __enter__(self):
        self.entered = sys._getframe(1).f_lineno
        return self

    def __exit__(self, *exc):
        self.left = sys._getframe(1).f_code.co_qualname


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        caller = inspect.stack()[1]
        print(f'{function.__name__} called from {caller.function} in {os.path.basename(caller.filename)}:{caller.lineno}',
              caller.code_context[0].strip())
        return function(*args, **kwargs)
    return wrapper


@traced
def add(a, b):
    return a + b, who(), chain()


def numbers():
    yield who()
    yield [name for name, _ in chain()]


def recursive(n):
    return len(chain()) if n == 0 else recursive(n - 1)


def errors():
    try:
        raise ValueError('inside')
    except ValueError as e:
        return e.__traceback__.tb_frame.f_code.co_name, whoever(1)


def main():
    service = Service()
    print(who(), Service.name, service.method(), service.prop, Service.build(), service)
    print(add(1,
              2))
    print(*numbers())
    print([f for f in map(lambda n: whoever(n), range(3))])
    print(recursive(5), recursive(50) - recursive(20), errors(), module_of_caller())
    with service as s:
        pass
    print(s.entered, s.left)
    print(sorted([3, 1, 2], key=lambda x: (who(), -x)), max('ab', key=lambda c: (c, who())))
    try:
        sys._getframe(1000)
    except ValueError as e:
        print(e)
    for up in (-1, 0):
        print(sys._getframe(up).f_code.co_name)
    try:
        sys._getframe('x')
    except TypeError as e:
        print(e)


def print_stacks():
    out = io.StringIO()
    traceback.print_stack(file=out)
    traceback.print_stack(limit=1, file=out)
    traceback.print_stack(sys._getframe(1), file=out)
    print(out.getvalue().replace(os.path.dirname(os.path.abspath(__file__)), '.'))
    print([(entry.name, entry.lineno, entry.line) for entry in traceback.extract_stack()])
    print(len(traceback.format_stack()))
    print([entry.name for entry in traceback.extract_stack(limit=2)], [entry.name for entry in traceback.extract_stack(limit=-1)])
    infos = inspect.stack(context=3)
    print([(info.function, info.lineno, info.index, len(info.code_context)) for info in infos])
    print([info.function for info in inspect.getouterframes(sys._getframe(1))])
    print(inspect.getframeinfo(sys._getframe(1)).function, infos[0].frame.f_code == sys._getframe().f_code)


def log_lines():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter('%(funcName)s:%(lineno)d %(message)s'))
    logger = logging.getLogger('frames')
    logger.addHandler(handler)
    logger.setLevel('DEBUG')
    logger.propagate = False

    def helper(text, level=2):
        logger.info(text, stacklevel=level)

    def outer():
        helper('outer')
        helper('the one above', level=3)
        helper('too far', level=100)

    outer()
    helper('plain')
    alias = logger.warning
    alias('by another name')
    logging.LoggerAdapter(logger, {}).error('adapted')
    logger.debug('with the stack', stack_info=True)
    print(out.getvalue().replace(os.path.dirname(os.path.abspath(__file__)), '.'))


async def inner(results):
    results.append([name for name, _ in chain()])
    await asyncio.sleep(0)
    results.append([name for name, _ in chain()])
    async with manager() as value:
        results.append(value)


@contextlib.asynccontextmanager
async def manager():
    yield who.__name__


async def outer_coroutine():
    results = []
    await inner(results)
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: results.append(chain()[0][0]))
    await asyncio.create_task(inner(results), name='other')
    return results


if __name__ == '__main__':
    main()
    print_stacks()
    log_lines()
    for row in asyncio.run(outer_coroutine()):
        print(row)
    print(who(), chain(), sys._getframe().f_back, sys._getframe().f_locals is globals())
