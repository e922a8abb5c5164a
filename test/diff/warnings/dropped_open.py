"""ResourceWarnings of what is dropped open: files, sockets, transports, loops, children."""
# difftest: no-wasi (sockets, processes)

import asyncio
import gc
import os
import re
import socket
import subprocess
import sys
import tempfile
import warnings


def plain(text):
    """Without numbers that depend on the system, and without what names the place of temporary files."""
    text = re.sub(r"\b(fd|name|pid)=\d+", r"\1=N", text)
    text = re.sub(r"subprocess \d+", "subprocess N", text)
    text = re.sub(r"0x[0-9a-f]+", "0xADDR", text)
    text = re.sub(r"addr=/\S*/", "addr=", text)
    return re.sub(r"'[^']*/(\w+)'", r"'\1'", re.sub(r"/made\w+", "/made", text))


def capture(action, *args, order=lambda caught: caught):
    print(action.__name__)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        action(*args)
        gc.collect()
    for warning in order(caught):
        print("  ", warning.category.__name__, plain(str(warning.message)),
              os.path.basename(warning.filename) if "asyncio" in warning.filename else "",
              warning.lineno if "asyncio" in warning.filename else "",
              type(warning.source).__name__, warning.line)
    warning = caught = None


def files():
    text = open("/dev/null")
    text = None
    raw = open("/dev/null", "wb", buffering=0)
    del raw
    open("/dev/null", "rb")
    open("/dev/null", "r+b")
    closed = open("/dev/null")
    closed.close()
    with open("/dev/null") as managed:
        managed.read()
    end, other = os.pipe()
    open(end, "rb", closefd=False)
    os.close(end)
    os.close(other)


def wrapped():
    """The text file is what is dropped; its buffer is closed with it."""
    text = open("/dev/null")
    buffer = text.buffer
    text = None
    print("  ", buffer.closed)


def written(path):
    """What was written comes out."""
    open(path, "w").write("text")
    print("  ", open(path).read())


def folders():
    it = os.scandir("/")
    next(it)
    it = None
    list(os.scandir("/"))
    with os.scandir("/") as it:
        next(it)


def sockets():
    socket.socket()
    left, right = socket.socketpair()
    left = None
    right.close()
    socket.socket().detach()


def loops():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.sleep(0))
    loop = None
    gc.collect()
    closed = asyncio.new_event_loop()
    closed.close()

    class Abstract(asyncio.AbstractEventLoop):
        pass
    Abstract()


async def talk(path):
    async def serve(reader, writer):
        writer.write(await reader.readline())
        await writer.drain()
    server = await asyncio.start_unix_server(serve, path)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"hello\n")
    print("  ", await reader.readline())
    server.close()
    return writer.transport


def connection(path):
    print("  ", plain(repr(asyncio.run(talk(path)))))


def by_text(caught):
    """The order among them is the collector's."""
    return sorted(caught, key=lambda warning: plain(str(warning.message)))


async def datagrams(close):
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, sock=left)
    if close:
        transport.close()
        await asyncio.sleep(0)
    right.close()


async def pipes(close):
    reading, writing = os.pipe()
    loop = asyncio.get_running_loop()
    reader, _ = await loop.connect_read_pipe(asyncio.Protocol, open(reading, "rb", 0))
    writer, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, open(writing, "wb", 0))
    if close:
        reader.close()
        writer.close()
        await asyncio.sleep(0)


def run(main, *args):
    asyncio.run(main(*args))


def children():
    child = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
    stdin = child.stdin
    child = None
    stdin.close()
    done = subprocess.Popen(["true"])
    done.wait()


def folder_removed(path):
    tempfile.TemporaryDirectory(dir=path, prefix="made")


def errors():
    """A filter can make an error of it, which nobody can catch."""
    seen = []
    sys.unraisablehook = lambda report: seen.append(report.exc_value)
    warnings.simplefilter("error", ResourceWarning)
    socket.socket()
    sys.unraisablehook = sys.__unraisablehook__
    print("  ", [plain(repr(error)) for error in seen])


folder = tempfile.mkdtemp()
capture(files)
capture(wrapped)
capture(written, os.path.join(folder, "file"))
capture(folders)
capture(sockets)
capture(loops)
capture(run, datagrams, True)
capture(run, pipes, True)
capture(children)
capture(connection, os.path.join(folder, "sock"), order=by_text)
capture(folder_removed, folder)
capture(errors)
os.unlink(os.path.join(folder, "file"))
os.unlink(os.path.join(folder, "sock"))
os.rmdir(folder)

# At the end of the program.
warnings.simplefilter("always", ResourceWarning)


def function_end():
    file = open("/dev/null")


function_end()
loop = asyncio.new_event_loop()
last = open("/dev/null")


class Keeper:
    def __init__(self):
        self.me = self
        self.file = open("/dev/null", "rb")


Keeper()
