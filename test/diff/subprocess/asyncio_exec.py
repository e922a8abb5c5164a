"""asyncio.create_subprocess_exec and _shell: pipes, communicate, wait, signals, codes."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def capture():
    process = await asyncio.create_subprocess_exec('echo', 'hello', 'world', stdout=PIPE)
    print(process.stdin, process.stderr)
    out, err = await process.communicate()
    print(out, err, process.returncode)


async def shell():
    process = await asyncio.create_subprocess_shell('echo out; echo err >&2; exit 3', stdout=PIPE,
                                                    stderr=PIPE)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_shell('echo out; echo err >&2', stdout=PIPE,
                                                    stderr=STDOUT)
    print(await process.communicate(), await process.wait())


async def feeding():
    process = await asyncio.create_subprocess_exec('tr', 'a-z', 'A-Z', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b'some text\n'))
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    for i in range(3):
        process.stdin.write(f'line {i}\n'.encode())
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), await process.wait())
    big = b'0123456789abcdef' * 50000
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    out, _ = await process.communicate(big)
    print(out == big)


async def signals():
    for action in 'terminate', 'kill':
        process = await asyncio.create_subprocess_exec('sleep', '30')
        getattr(process, action)()
        print(action, await process.wait(), process.returncode)
    process = await asyncio.create_subprocess_exec('sleep', '30')
    process.send_signal(2)
    print(await process.wait())
    try:
        process.terminate()
    except ProcessLookupError:
        print('gone')
    process = await asyncio.create_subprocess_exec('sleep', '30')
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except asyncio.TimeoutError:
        print('timeout')
        process.kill()
        print(await process.wait())


async def surroundings():
    process = await asyncio.create_subprocess_exec('pwd', stdout=PIPE, cwd='/')
    print((await process.communicate())[0])
    process = await asyncio.create_subprocess_exec('/bin/sh', '-c', 'echo $ONE-$TWO', stdout=PIPE,
                                                   env={'ONE': '1', 'PATH': os.environ['PATH']})
    print((await process.communicate())[0])
    process = await asyncio.create_subprocess_shell('echo gone; exit 0', stdout=DEVNULL)
    print(await process.wait())


async def failures():
    for program, options in (('no-such-program', {}), ('ls', {'cwd': '/no/such/folder'})):
        try:
            await asyncio.create_subprocess_exec(program, **options)
        except FileNotFoundError as error:
            print(error)
    try:
        await asyncio.create_subprocess_exec('ls', universal_newlines=True)
    except ValueError as error:
        print(error)
    try:
        await asyncio.create_subprocess_shell(['ls'])
    except ValueError as error:
        print(error)


async def together():
    async def one(i):
        process = await asyncio.create_subprocess_exec('sh', '-c', f'echo {i}; exit {i}', stdout=PIPE)
        out, _ = await process.communicate()
        return out.strip(), process.returncode

    print(await asyncio.gather(*(one(i) for i in range(6))))


async def opened_again():
    """stdin is a pipe, which the child can open by its name; a socket could not be."""
    process = await asyncio.create_subprocess_exec('sh', '-c', 'cat /dev/stdin; test -p /dev/stdin && echo pipe', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b'given '))


async def main():
    for part in capture, shell, feeding, signals, surroundings, failures, together, opened_again:
        print('--', part.__name__)
        await part()

asyncio.run(main())
