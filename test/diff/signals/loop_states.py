"""Signal handlers of the loop: refusals, replacement, removal, and Ctrl-C in run() and Runner."""
# difftest: no-wasi (WASI has no signals)
import asyncio
import os
import re
import signal
import threading


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    return re.sub(r'0x[0-9a-f]+', '0x', text)


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), type(error.__cause__).__name__, type(error.__context__).__name__)


def kill(number):
    os.kill(os.getpid(), number)


async def coroutine():
    pass


async def handlers():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()]))
    add, remove = loop.add_signal_handler, loop.remove_signal_handler
    for wrong in ('x', None, 1.5, -1, 0, 1000, 65, [], signal.SIGKILL, signal.SIGSTOP, 9, 32, 33, True):
        attempt(f'add {wrong!r}', add, wrong, print)
        attempt(f'remove {wrong!r}', remove, wrong)
    attempt('coroutine function', add, signal.SIGUSR1, coroutine)
    c = coroutine()
    attempt('coroutine', add, signal.SIGUSR1, c)
    c.close()
    attempt('nothing', add)
    attempt('no callback', add, signal.SIGUSR1)
    attempt('keyword', add, signal.SIGUSR1, print, end='')
    attempt('remove unknown', remove, signal.SIGUSR1)
    attempt('add', add, signal.SIGUSR1, print, 'called', 1)
    print(callable(signal.getsignal(signal.SIGUSR1)), signal.getsignal(signal.SIGUSR1).__name__)
    kill(signal.SIGUSR1)
    await asyncio.sleep(0.01)
    attempt('replace', add, signal.SIGUSR1, print, 'replaced')
    kill(signal.SIGUSR1)
    kill(signal.SIGUSR1)
    await asyncio.sleep(0.01)
    attempt('remove', remove, signal.SIGUSR1)
    attempt('remove again', remove, signal.SIGUSR1)
    print(signal.getsignal(signal.SIGUSR1))
    add(signal.SIGUSR2, lambda: 1 / 0)
    kill(signal.SIGUSR2)
    await asyncio.sleep(0.01)
    add(signal.SIGUSR2, 5)
    kill(signal.SIGUSR2)
    await asyncio.sleep(0.01)
    order = []
    add(signal.SIGUSR1, order.append, 'one')
    add(signal.SIGUSR2, order.append, 'two')
    kill(signal.SIGUSR1)
    loop.call_soon(order.append, 'soon')
    await asyncio.sleep(0.01)
    kill(signal.SIGUSR2)
    await asyncio.sleep(0.01)
    print(order)
    remove(signal.SIGUSR1)
    remove(signal.SIGUSR2)
    add(signal.SIGINT, print, 'interrupted')
    kill(signal.SIGINT)
    await asyncio.sleep(0.01)
    print(remove(signal.SIGINT), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    previous = []

    def own(number, frame):
        previous.append(number)

    signal.signal(signal.SIGUSR1, own)
    add(signal.SIGUSR1, print, 'instead of own')
    kill(signal.SIGUSR1)
    await asyncio.sleep(0.01)
    remove(signal.SIGUSR1)
    print(previous, signal.getsignal(signal.SIGUSR1))

    def in_thread():
        other = asyncio.new_event_loop()
        attempt('in thread', other.add_signal_handler, signal.SIGUSR1, print)
        attempt('in thread', other.remove_signal_handler, signal.SIGUSR1)
        attempt('wrong in thread', other.add_signal_handler, 'x', print)
        other.close()
        attempt('closed in thread', other.add_signal_handler, signal.SIGUSR1, print)

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)


asyncio.run(handlers())
loop = asyncio.new_event_loop()
loop.add_signal_handler(signal.SIGUSR1, print, 'left')
loop.close()
print(signal.getsignal(signal.SIGUSR1))
attempt('closed', loop.add_signal_handler, signal.SIGUSR1, print)
attempt('closed', loop.remove_signal_handler, signal.SIGUSR1)


async def interrupted():
    try:
        kill(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
        raise


async def swallowing():
    try:
        kill(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('swallowed', asyncio.current_task().cancelling())
    return 'result'


async def busy():
    kill(signal.SIGINT)
    for _ in range(1000):
        pass
    print('busy goes on')
    await asyncio.sleep(0)
    print('not reached')


async def twice():
    try:
        kill(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('first')
        try:
            kill(signal.SIGINT)
            await asyncio.sleep(0.05)
            print('not reached')
        finally:
            print('second')


async def callback_interrupted():
    loop = asyncio.get_running_loop()
    loop.call_soon(kill, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    finally:
        print('finally')


def run(text, coroutine):
    try:
        print(text, '->', asyncio.run(coroutine))
    except BaseException as error:
        print(text, '!!', type(error).__name__, error, type(error.__cause__).__name__, type(error.__context__).__name__)
    print('  ', signal.getsignal(signal.SIGINT) is signal.default_int_handler)


for function in (interrupted, swallowing, busy, twice, callback_interrupted):
    run(function.__name__, function())
with asyncio.Runner() as runner:
    for _ in range(2):
        try:
            runner.run(interrupted())
        except KeyboardInterrupt as error:
            print('KeyboardInterrupt', error, runner.get_loop().is_closed())
    print(runner.run(coroutine()))


def own_handler(number, frame):
    print('own handler', number)


signal.signal(signal.SIGINT, own_handler)


async def with_own():
    print(signal.getsignal(signal.SIGINT) is own_handler)
    kill(signal.SIGINT)
    await asyncio.sleep(0.01)
    return 'done'


run('own', with_own())
signal.signal(signal.SIGINT, signal.default_int_handler)


def run_in_thread():
    run('thread', coroutine())


thread = threading.Thread(target=run_in_thread)
thread.start()
thread.join()
