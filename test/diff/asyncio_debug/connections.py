"""What debug mode writes to the log of connections, pipes, processes and names that are looked up."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import logging
import os
import re
import socket
import sys


class Shown(logging.Handler):
    def emit(self, record):
        text = re.sub(r'0x[0-9a-f]+', '0x', record.getMessage())
        text = re.sub(r'(fd|fileno|name)=\d+', r'\1=N', text)
        text = re.sub(r"\('127.0.0.1', \d+\)", 'ADDRESS', text)
        text = re.sub(r'(pid=|pid |process |<Process )\d+', r'\1P', text)
        text = re.sub(r'127.0.0.1:\d+', '127.0.0.1:PORT', text)
        text = re.sub(r'took \d+\.\d+', 'took N', text)
        text = re.sub(r'pipe \d+', 'pipe N', text)
        text = re.sub(r'bufsize=\d\d+', 'bufsize=M', text)
        text = re.sub(r' (created at|took) .*', r' \1', text)
        lines.append(f'{record.levelname} {text} {record.exc_info and record.exc_info[0].__name__}')


lines = []
logger = logging.getLogger('asyncio')
logger.addHandler(Shown())
logger.setLevel(logging.DEBUG)
logger.propagate = False


def show(what):
    print('---', what)
    for line in lines:
        print(line)
    lines.clear()


async def connections():
    loop = asyncio.get_running_loop()

    async def handle(reader, writer):
        writer.write(await reader.readline())
        writer.close()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    show('server')
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'line\n')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await asyncio.sleep(0.01)
    show('connection')
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    show('socket')
    transport.pause_reading()
    transport.pause_reading()
    transport.resume_reading()
    show('reading')
    b.close()
    await asyncio.sleep(0.01)
    show('end')
    a, b = socket.socketpair()
    transport, _ = await loop.connect_accepted_socket(asyncio.Protocol, a)
    b.close()
    transport.write(b'x')
    await asyncio.sleep(0.01)
    show('broken')
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    writer.write(bytes(1_000_000))
    b.setblocking(False)
    while writer.transport.get_write_buffer_size():
        try:
            b.recv(1 << 20)
        except BlockingIOError:
            await asyncio.sleep(0)
    writer.close()
    b.close()
    await asyncio.sleep(0.01)
    show('writing')
    print(await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM) != [])
    print(await loop.getaddrinfo('127.0.0.1', 80, family=socket.AF_INET, flags=socket.AI_NUMERICHOST, proto=6) != [])
    show('getaddrinfo')
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', 0))
    other, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=('127.0.0.1', 9))
    transport.close()
    other.close()
    await asyncio.sleep(0)
    show('datagrams')


async def pipes():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    one, _ = await loop.connect_read_pipe(asyncio.Protocol, os.fdopen(r, 'rb', 0))
    two, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(w, 'wb', 0))
    show('pipes')
    one.pause_reading()
    one.resume_reading()
    two.close()
    await asyncio.sleep(0.01)
    show('end of input')
    r, w = os.pipe()
    two, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(w, 'wb', 0))
    lines.clear()
    os.close(r)
    await asyncio.sleep(0.01)
    show('end of output')


async def processes():
    PIPE = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.STDOUT)
    await asyncio.sleep(0)
    show('exec')
    await process.communicate(b'data')
    await asyncio.sleep(0.01)
    print('--- communicate')
    for line in sorted(lines):
        print(line)
    lines.clear()
    process = await asyncio.create_subprocess_shell('sleep 0.1; exit 3', stdin=asyncio.subprocess.DEVNULL, stderr=PIPE)
    await process.wait()
    print('--- shell')
    for line in sorted(lines):
        print(line)
    lines.clear()
    process = await asyncio.create_subprocess_exec('sleep', '100')
    lines.clear()
    process._transport.close()
    show('closed')
    await process.wait()
    lines.clear()


async def main():
    await connections()
    await pipes()
    await processes()


asyncio.run(main(), debug=True)
show('close')
loop = asyncio.new_event_loop()
loop.close()
show('without debug mode')
