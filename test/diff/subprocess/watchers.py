"""The watchers of child processes: their states, and processes that end under each of them."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import os
import signal
import sys
import threading
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *rest: print('WARNING', category.__name__, message)


def attempt(text, function, *args):
    try:
        result = function(*args)
        print(text, '->', type(result).__name__ if isinstance(result, asyncio.AbstractChildWatcher) else result)
    except BaseException as error:
        print(text, '!!', type(error).__name__, error)


async def run_one():
    process = await asyncio.create_subprocess_exec('sh', '-c', 'exit 5')
    print('   returned', await process.wait())
    process = await asyncio.create_subprocess_exec('sleep', '100', stdout=asyncio.subprocess.PIPE)
    process.kill()
    print('   returned', await process.wait())
    processes = [await asyncio.create_subprocess_shell(f'exit {n}') for n in range(4)]
    print('   returned', await asyncio.gather(*(process.wait() for process in processes)))


abstract = asyncio.AbstractChildWatcher()
for name, args in (('add_child_handler', (1, print)), ('remove_child_handler', (1,)), ('attach_loop', (None,)), ('close', ()), ('is_active', ()),
                   ('__enter__', ()), ('__exit__', (None, None, None))):
    try:
        getattr(abstract, name)(*args)
    except NotImplementedError as error:
        print(name, repr(error))

first = asyncio.get_child_watcher()
print(type(first).__name__, first is asyncio.get_child_watcher(), asyncio.get_event_loop_policy().get_child_watcher() is first)
attempt('set wrong', asyncio.set_child_watcher, 5)
asyncio.run(run_one())

for kind in (asyncio.ThreadedChildWatcher, asyncio.PidfdChildWatcher, asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher):
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:-1] if base.__name__ != 'BaseChildWatcher'])
    watcher = kind()
    attempt('active', watcher.is_active)
    with watcher as same:
        print(same is watcher)
    attempt('remove', watcher.remove_child_handler, 1)
    attempt('set', asyncio.set_child_watcher, watcher)
    print(asyncio.get_child_watcher() is watcher)

    async def unattached():
        try:
            process = await asyncio.create_subprocess_exec('true')
            print('unattached', await process.wait())
        except RuntimeError as error:
            print('RuntimeError', error)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(unattached())
    attempt('attach', watcher.attach_loop, loop)
    attempt('active', watcher.is_active)
    before = signal.getsignal(signal.SIGCHLD)

    async def attached():
        print('active', watcher.is_active())
        await run_one()

    loop.run_until_complete(attached())

    async def handlers():
        done = loop.create_future()
        pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'sleep 0.05; exit 9'], os.environ)
        with watcher:
            watcher.add_child_handler(pid, lambda p, code, *args: loop.call_soon_threadsafe(done.set_result, (p == pid, code, args)), 'a', 'b')
        print(await asyncio.wait_for(done, 5))
        pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'sleep 0.02; exit 9'], os.environ)
        with watcher:
            watcher.add_child_handler(pid, lambda *args: print('not to be called', args))
        attempt('remove', watcher.remove_child_handler, pid)
        if not isinstance(watcher, asyncio.ThreadedChildWatcher):
            attempt('remove', watcher.remove_child_handler, pid)
            os.waitpid(pid, 0)

    if kind is not asyncio.ThreadedChildWatcher:
        loop.run_until_complete(handlers())
    attempt('detach', watcher.attach_loop, None)
    attempt('close', watcher.close)
    attempt('active', watcher.is_active)
    loop.close()
asyncio.set_child_watcher(None)
print(type(asyncio.get_child_watcher()).__name__)


class Own(asyncio.ThreadedChildWatcher):
    def add_child_handler(self, pid, callback, *args):
        print('own add_child_handler', callback.__name__, len(args))
        super().add_child_handler(pid, callback, *args)


asyncio.set_child_watcher(Own())
asyncio.run(run_one())


async def sequential():
    for n in range(3):
        process = await asyncio.create_subprocess_shell(f'sleep 0.01; exit {n}')
        print('   returned', await process.wait())


def in_thread():
    asyncio.run(sequential())


asyncio.set_child_watcher(asyncio.MultiLoopChildWatcher())
asyncio.get_child_watcher().attach_loop(None)
thread = threading.Thread(target=in_thread)
thread.start()
while thread.is_alive():
    thread.join(0.01)
asyncio.get_child_watcher().close()
print(signal.getsignal(signal.SIGCHLD))
