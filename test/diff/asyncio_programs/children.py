"""Subprocess orchestration: pipes, pools, timeouts, shell, communicate, line streaming, signals to children, limits."""
# difftest: no-wasi (processes)
import asyncio
import os
import signal
import sys
import tempfile
from asyncio import subprocess


async def run(*cmd, stdin=None, timeout=5, **kw):
    process = await asyncio.create_subprocess_exec(*cmd, stdin=subprocess.PIPE if stdin is not None else None,
                                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **kw)
    try:
        out, err = await asyncio.wait_for(process.communicate(stdin), timeout)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        return process.returncode, b"", b"timeout"
    return process.returncode, out, err


async def pipeline(*commands, data=b""):
    for command in commands:
        code, data, err = await run(*command, stdin=data)
        if code:
            return code, err
    return 0, data


async def main():
    print(await run("echo", "hello"))
    print(await run("cat", stdin=b"some input"))
    print(await run("sh", "-c", "echo out; echo err >&2; exit 3"))
    print(await run("sleep", "10", timeout=0.05))
    print(await pipeline(("tr", "a-z", "A-Z"), ("sort",), ("uniq", "-c"), data=b"b\na\nb\n"))
    try:
        await run("/no/such/program")
    except FileNotFoundError as error:
        print(error.errno, error.filename)
    try:
        await run("/etc/passwd")
    except PermissionError as error:
        print(error)
    print(await run("pwd", cwd="/"), await run("sh", "-c", "echo $A-$B", env={"A": "1", "B": "é", "PATH": os.environ["PATH"]}))
    process = await asyncio.create_subprocess_shell("for i in 1 2 3; do echo line $i; sleep 0.01; done", stdout=subprocess.PIPE)
    async for line in process.stdout:
        print(line)
    print(await process.wait(), process.returncode, process.stdout.at_eof())
    process = await asyncio.create_subprocess_exec("cat", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for i in range(3):
        process.stdin.write(f"message {i}\n".encode())
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "100")
    print(process.returncode)
    process.send_signal(signal.SIGINT)
    print(await process.wait(), process.returncode)
    process = await asyncio.create_subprocess_exec("sleep", "100")
    process.terminate()
    print(await process.wait())
    try:
        process.kill()
    except ProcessLookupError as error:
        print("gone", error)
    big = os.urandom(300000).hex().encode()
    code, out, _ = await run("cat", stdin=big)
    print(code, out == big)
    process = await asyncio.create_subprocess_exec("head", "-c", "10", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, _ = await process.communicate(b"x" * 1000)
    print(out, process.returncode)
    process = await asyncio.create_subprocess_shell("echo 1; echo 2 >&2", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print((await process.communicate())[0].split())
    process = await asyncio.create_subprocess_shell("exec seq 1 30", stdout=subprocess.PIPE, limit=64)
    print(await process.stdout.readline())
    try:
        await process.stdout.readuntil(b"no")
    except asyncio.LimitOverrunError as error:
        print(error)
    print(len(await process.stdout.read()), await process.wait())
    with tempfile.TemporaryFile() as file:
        process = await asyncio.create_subprocess_exec("echo", "to file", stdout=file)
        await process.wait()
        file.seek(0)
        print(file.read())
    sem = asyncio.Semaphore(3)
    running = highest = 0

    async def limited(n):
        nonlocal running, highest
        async with sem:
            running += 1
            highest = max(highest, running)
            try:
                return (await run("sh", "-c", f"exit {n}"))[0]
            finally:
                running -= 1
    print(await asyncio.gather(*(limited(i) for i in range(8))), highest)

    async def watcher():
        return await run("sleep", "50", timeout=50)
    task = asyncio.create_task(watcher())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    transport, protocol = await asyncio.get_running_loop().subprocess_exec(
        Collect, "sh", "-c", "echo one; echo two >&2; exit 4", stdin=None)
    print(await protocol.done, transport.get_returncode(), sorted(protocol.data.items()))
    transport.close()


class Collect(asyncio.SubprocessProtocol):
    def __init__(self):
        self.data = {}
        self.events = []
        self.done = asyncio.get_running_loop().create_future()

    def pipe_data_received(self, fd, data):
        self.data[fd] = self.data.get(fd, b"") + data

    def pipe_connection_lost(self, fd, exc):
        self.events.append((fd, exc))
        self.finish()

    def process_exited(self):
        self.events.append("exited")
        self.finish()

    def finish(self):
        if len(self.events) == 3:
            self.done.set_result(sorted(map(str, self.events)))


asyncio.run(main())
