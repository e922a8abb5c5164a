"""The module socket itself: blocking calls, timeouts, addresses."""
# difftest: no-wasi (WASI has no sockets)
import socket
import threading


def conversation():
    with socket.create_server(('127.0.0.1', 0)) as listener:
        port = listener.getsockname()[1]

        def serve():
            connection, address = listener.accept()
            with connection:
                data = connection.recv(100)
                connection.sendall(data * 2)
                with connection.makefile('rwb') as file:
                    print('line', file.readline())
                    file.write(b'bye\n')

        thread = threading.Thread(target=serve)
        thread.start()
        with socket.create_connection(('127.0.0.1', port), timeout=5) as sock:
            print(sock.gettimeout())
            sock.sendall(b'abc')
            print(sock.recv(6))
            sock.sendall(b'a line\n')
            print(sock.recv(10), sock.recv(10))
        thread.join()


conversation()
