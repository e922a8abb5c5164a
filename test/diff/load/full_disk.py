# difftest: no-wasi (WASI has no /dev/full)
"""A disk without room: what is written fails where the program can see it, and nothing else suffers."""
import asyncio
import os
import sys


class Pipe(asyncio.BaseProtocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def pipe_transport():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append((context["message"], repr(context.get("exception")))))
    transport, protocol = await loop.connect_write_pipe(Pipe, open("/dev/full", "wb", buffering=0))
    transport.write(b"x" * 10)
    print(repr(await protocol.lost), transport.is_closing(), seen)
    transport.write(b"more")
    loop.set_exception_handler(None)


async def child():
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE,
                                                   stdout=os.open("/dev/full", os.O_WRONLY),
                                                   stderr=asyncio.subprocess.PIPE)
    _, errors = await process.communicate(b"data")
    print(process.returncode, b"No space left" in errors)


def files():
    for mode, data in (("wb", b"x"), ("w", "text"), ("wb", b"x" * 100000)):
        try:
            with open("/dev/full", mode) as file:
                file.write(data)
        except OSError as error:
            print(mode, error, error.errno, type(error).__name__)
    try:
        print("somewhere", file=open("/dev/full", "w"), flush=True)
    except OSError as error:
        print(error)
    file = open("/dev/full", "w", buffering=1)
    try:
        file.write("a line\n")
    except OSError as error:
        print(error)
    try:
        file.close()
    except OSError as error:
        print("close", error)
    print(file.closed)


async def main():
    await asyncio.to_thread(files)
    await pipe_transport()
    await child()
    task = asyncio.create_task(asyncio.to_thread(os.write, os.open("/dev/full", os.O_WRONLY), b"x"))
    try:
        await task
    except OSError as error:
        print(error)


asyncio.run(main())
print("end")
sys.stdout.flush()
