"""Child processes: arguments that are refused, forms of the pipes, what is left after the end, failures."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import os
import re
import signal
import subprocess
import sys
import tempfile
import warnings


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'(fd|fileno|name)=\d+', r'\1=N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r'(pid=|<Process )\d+', r'\1P', text)


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


async def attempt_async(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), getattr(error, 'filename', ''))


async def call(function, *args, **kwargs):
    return await function(*args, **kwargs)


PIPE, STDOUT, DEVNULL = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL
execute, shell = asyncio.create_subprocess_exec, asyncio.create_subprocess_shell


async def arguments():
    print('--- arguments')
    loop = asyncio.get_running_loop()
    print(PIPE, STDOUT, DEVNULL)
    for options in ({'universal_newlines': True}, {'shell': True}, {'bufsize': 1}, {'text': True}, {'encoding': 'utf-8'}, {'errors': 'strict'},
                    {'shell': True, 'universal_newlines': True}, {'bufsize': 5, 'text': True}, {'unknown': 1}, {'errors': ''}, {'text': ''}):
        await attempt_async(f'exec {options}', call(execute, 'true', **options))
    for options in ({'universal_newlines': True}, {'shell': False}, {'bufsize': -1}, {'text': True}, {'encoding': 'utf-8'}, {'errors': 'strict'},
                    {'shell': False, 'universal_newlines': True}, {'unknown': 1}, {'shell': None}):
        await attempt_async(f'shell {options}', call(shell, 'true', **options))
    for options in ({'universal_newlines': False}, {'shell': False}, {'bufsize': 0}, {'text': None}, {'encoding': None}, {'errors': None}):
        await attempt_async(f'exec {options}', (await call(execute, 'true', **options)).wait())
    for command in (None, 5, ['true'], b'true', 'true'):
        await attempt_async(f'shell {command!r}', call(shell, command))
    await attempt_async('shell nothing', call(shell))
    await attempt_async('exec nothing', call(execute))
    await attempt_async('missing', call(execute, 'no-such-program'))
    await attempt_async('missing', call(execute, '/no/such/program', 'x'))
    await attempt_async('folder', call(execute, '/'))
    await attempt_async('type', call(execute, 5))
    await attempt_async('type', call(execute, 'true', 5))
    await attempt_async('type', call(execute, 'true', None))
    await attempt_async('zero', call(execute, 'true', 'a\0b'))
    await attempt_async('cwd', call(execute, 'true', cwd='/no/such'))
    await attempt_async('stdin', call(execute, 'true', stdin='x'))
    await attempt_async('stdin', call(execute, 'true', stdin=STDOUT))
    await attempt_async('stdout', call(execute, 'true', stdout=STDOUT))
    await attempt_async('stderr', call(execute, 'true', stderr=1.5))
    await attempt_async('env', call(execute, 'true', env={'a=b': 'c'}))
    await attempt_async('env', call(execute, 'true', env={5: 'c'}))
    await attempt_async('preexec', call(execute, 'true', preexec_fn=lambda: 1 / 0))
    await attempt_async('executable', call(execute, 'named', '-c', 'exit 3', executable='/bin/sh'))
    with warnings.catch_warnings(record=True) as caught:
        await (await execute('true', pass_fds=(1,), close_fds=False)).wait()
    print([str(warning.message) for warning in caught])
    await attempt_async('umask', call(execute, 'true', umask='x'))
    await attempt_async('loop.subprocess_exec', call(loop.subprocess_exec, asyncio.SubprocessProtocol))
    await attempt_async('loop.subprocess_shell', call(loop.subprocess_shell, asyncio.SubprocessProtocol, ['x']))
    await attempt_async('factory', call(loop.subprocess_exec, lambda: 1 / 0, 'true'))


async def forms():
    print('--- forms')
    process = await execute('sh', '-c', 'cat; echo err >&2', stdin=PIPE, stdout=PIPE, stderr=PIPE)
    print(shown(process), type(process.pid).__name__, process.returncode, type(process).__name__)
    print(shown(process.stdin), shown(process.stdout), shown(process.stderr))
    print(await process.communicate(b'to the child'))
    print(process.returncode, shown(process))
    print(shown(process.stdin), process.stdin.is_closing(), shown(process.stdout))
    await attempt_async('communicate again', process.communicate())
    await attempt_async('communicate again', process.communicate(b'x'))
    await attempt_async('wait again', process.wait())
    for what in ('terminate', 'kill'):
        attempt(what, getattr(process, what))
    attempt('send_signal', process.send_signal, signal.SIGUSR1)
    attempt('pid', setattr, process, 'returncode', 5)
    process = await execute('sh', '-c', 'echo out; echo err >&2', stdout=PIPE, stderr=STDOUT)
    print(process.stdin, process.stderr, await process.communicate())
    process = await execute('sh', '-c', 'echo out; echo err >&2', stdout=DEVNULL, stderr=PIPE)
    print(process.stdin, process.stdout, await process.communicate())
    process = await execute('cat', stdin=DEVNULL, stdout=PIPE)
    print(await process.communicate())
    process = await execute('true')
    print(process.stdin, process.stdout, process.stderr, await process.communicate())
    process = await execute('true')
    await attempt_async('input without pipe', process.communicate(b'x'))
    await process.wait()
    process = await execute('cat', stdin=PIPE, stdout=PIPE)
    await attempt_async('input text', process.communicate('text'))
    process.stdin.close()
    await process.wait()
    process = await execute('cat', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b''))
    process = await execute('cat', stdin=PIPE, stdout=PIPE)
    big = bytes(500_000)
    out, _ = await process.communicate(big)
    print(out == big)
    with tempfile.TemporaryFile() as file:
        process = await execute('echo', 'to a file', stdout=file)
        await process.wait()
        file.seek(0)
        print(file.read())
    r, w = os.pipe()
    process = await execute('echo', 'to a descriptor', stdout=w)
    await process.wait()
    print(os.read(r, 100))
    os.close(r)
    os.close(w)
    process = await shell(b'echo $0 "$X"; exit 7', stdout=PIPE, env={'X': 'value', 'PATH': os.environ['PATH']})
    print(await process.communicate(), process.returncode)
    process = await shell('pwd', stdout=PIPE, cwd='/')
    print(await process.stdout.readline(), await process.stdout.read(), await process.wait())
    process = await execute('seq', '3', stdout=PIPE, limit=50)
    print(shown(process.stdout), [line async for line in process.stdout])
    await process.wait()
    process = await execute('echo', 'x' * 100, stdout=PIPE, limit=20)
    await attempt_async('limit', process.stdout.readline())
    print(await process.wait())


async def options():
    print('--- options')
    process = await execute('sh', '-c', 'test $(ps -o sid= -p $$) = $$ && echo session', stdout=PIPE, start_new_session=True)
    print((await process.communicate())[0])
    process = await execute('sh', '-c', 'umask', stdout=PIPE, umask=0o077)
    print((await process.communicate())[0])
    process = await execute('sh', '-c', 'umask', stdout=PIPE, preexec_fn=lambda: os.umask(0o011))
    print((await process.communicate())[0])
    r, w = os.pipe()
    process = await execute('sh', '-c', f'echo by descriptor > /proc/self/fd/{w}', pass_fds=(w,))
    await process.wait()
    print(os.read(r, 100))
    os.close(r)
    os.close(w)
    process = await execute('sh', '-c', 'echo $0', 'argument', stdout=PIPE, executable='/bin/sh')
    print((await process.communicate())[0])
    process = await execute('sh', '-c', 'test $(ps -o pgid= -p $$) = $$ && echo group', stdout=PIPE, process_group=0)
    print((await process.communicate())[0])
    process = await execute(os.fsencode('sh'), b'-c', 'echo mixed', stdout=PIPE)
    print((await process.communicate())[0])


async def ends():
    print('--- ends')
    for end in ('terminate', 'kill'):
        process = await execute('sleep', '100')
        getattr(process, end)()
        print(process.returncode, await process.wait(), process.returncode)
    process = await execute('sleep', '100')
    process.send_signal(signal.SIGINT)
    print(await process.wait())
    process = await execute('sleep', '100')
    attempt('signal type', process.send_signal, 'x')
    attempt('signal range', process.send_signal, 1000)
    attempt('signal 0', process.send_signal, 0)
    waiting = [asyncio.create_task(process.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    process.kill()
    print(await asyncio.gather(*waiting, return_exceptions=True))
    process = await execute('sleep', '100', stdout=PIPE)
    process._transport.close()
    print(process._transport.is_closing(), await process.wait())
    process = await execute('sleep', '100')
    try:
        await asyncio.wait_for(process.wait(), 0.01)
    except asyncio.TimeoutError:
        print('timeout', process.returncode)
    process.kill()
    print(await process.wait())
    process = await execute('true', stdin=PIPE)
    await asyncio.sleep(0.1)
    for _ in range(3):
        process.stdin.write(b'too late')
        await attempt_async('drain', process.stdin.drain())
    process.stdin.close()
    await attempt_async('wait_closed', process.stdin.wait_closed())
    print(await process.wait())
    process = await execute('true', stdin=PIPE)
    print(await process.communicate(bytes(300_000)), process.returncode)
    process = await execute('sh', '-c', 'exec 0<&-; sleep 0.1', stdin=PIPE)
    await asyncio.sleep(0.05)
    process.stdin.write(b'x')
    await attempt_async('drain', process.stdin.drain())
    await attempt_async('wait_closed', process.stdin.wait_closed())
    print(await process.wait())


class Log(asyncio.SubprocessProtocol):
    def __init__(self, failing=()):
        self.failing = failing
        self.lost = asyncio.get_running_loop().create_future()
        self.notes = []

    def note(self, what, *args):
        self.notes.append((what, *args))
        if what in self.failing:
            raise ValueError('in ' + what)

    def connection_made(self, transport):
        self.note('connection_made', type(transport).__name__)

    def pipe_data_received(self, fd, data):
        self.note('pipe_data_received', fd, data)

    def pipe_connection_lost(self, fd, exc):
        self.note('pipe_connection_lost', fd, repr(exc))

    def process_exited(self):
        self.note('process_exited')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', repr(exc))

    def pause_writing(self):
        self.note('pause_writing')

    def resume_writing(self):
        self.note('resume_writing')

    def __repr__(self):
        return '<Log>'


def tell(loop, context):
    if 'future' not in context:
        print('handler', [(k, shown(v)) for k, v in context.items()])


async def transports():
    print('--- transports')
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(tell)
    transport, protocol = await loop.subprocess_exec(Log, 'cat')
    print(shown(transport))
    print([kind.__name__ for kind in (asyncio.BaseTransport, asyncio.SubprocessTransport, asyncio.Transport) if isinstance(transport, kind)])
    print(type(transport.get_pid()).__name__, transport.get_returncode(), transport.is_closing(), transport.get_protocol() is protocol)
    print(type(transport.get_extra_info('subprocess')).__name__, transport.get_extra_info('subprocess').args, transport.get_extra_info('pipe'))
    for fd in range(4):
        print(fd, shown(transport.get_pipe_transport(fd)))
    pipe = transport.get_pipe_transport(0)
    print(shown(pipe.get_protocol()), type(pipe.get_extra_info('pipe')).__name__)
    pipe.write(b'through')
    await asyncio.sleep(0.05)
    pipe.close()
    await protocol.lost
    for note in sorted(protocol.notes, key=str):
        print('  ', *note)
    print(protocol.notes[0], protocol.notes[-2:], transport.get_returncode())
    print(shown(transport), transport.get_protocol(), transport.is_closing())
    for what in ('terminate', 'kill', 'close', 'get_returncode'):
        attempt(what, getattr(transport, what))
    attempt('send_signal', transport.send_signal, 15)
    for fd in range(3):
        print(fd, shown(transport.get_pipe_transport(fd)))
    for failing in ('connection_made', 'pipe_data_received', 'pipe_connection_lost', 'process_exited', 'connection_lost'):
        print(failing)
        transport, protocol = await loop.subprocess_shell(lambda: Log((failing,)), 'echo out', stdin=None, stderr=None)
        await protocol.lost
        await asyncio.sleep(0)
        transport.close()
    transport, protocol = await loop.subprocess_exec(Log, 'sleep', '100', stdin=None, stdout=None, stderr=None)
    transport.close()
    print(transport.is_closing(), shown(transport))
    await protocol.lost
    print(protocol.notes)


async def main():
    await arguments()
    await forms()
    await options()
    await ends()
    await transports()


asyncio.run(main())
