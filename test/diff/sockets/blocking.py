"""Blocking sockets in worker threads: accept, connect with a timeout, files over sockets."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import socket


def serve(listener):
    connection, address = listener.accept()
    with connection:
        data = connection.recv(100)
        connection.sendall(data * 2)
        with connection.makefile('rwb') as file:
            print('line', file.readline())
            file.write(b'bye\n')


def talk(port):
    with socket.create_connection(('127.0.0.1', port), timeout=5) as sock:
        print(sock.gettimeout(), sock.getpeername() == ('127.0.0.1', port))
        sock.sendall(b'abc')
        print(sock.recv(6, socket.MSG_WAITALL))
        sock.sendall(b'a line\n')
        print(sock.recv(10))
        print(sock.recv(10))


async def main():
    with socket.create_server(('127.0.0.1', 0)) as listener:
        serving = asyncio.create_task(asyncio.to_thread(serve, listener))
        await asyncio.to_thread(talk, listener.getsockname()[1])
        await serving
        listener.settimeout(0.01)
        try:
            listener.accept()
        except TimeoutError as error:
            print(error)
    print(listener.fileno(), listener)

asyncio.run(main())
