"""Services on socketserver: streams and datagrams, one by one and by threads, handlers' life, verification, errors, time limits."""
# difftest: no-wasi (sockets and threads are not there)
import io
import socket
import socketserver
import sys
import threading

log = []


class Shout(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        log.append('setup')

    def handle(self):
        for line in self.rfile:
            if line == b'fail\n':
                raise ValueError('asked to fail')
            self.wfile.write(line.upper())

    def finish(self):
        super().finish()
        log.append('finish')


class Sum(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(str(sum(map(int, self.rfile.read().split()))).encode())


class Careful(socketserver.TCPServer):
    allow_reuse_address = True

    def verify_request(self, request, address):
        log.append('verify')
        return not self.closed_to_all

    def handle_error(self, request, address):
        log.append(('error', type(sys.exc_info()[1]).__name__, str(sys.exc_info()[1])))

    def service_actions(self):
        self.actions = getattr(self, 'actions', 0) + 1

    closed_to_all = False


def talk(address, *lines):
    with socket.create_connection(address, timeout=10) as client:
        client.sendall(b''.join(line + b'\n' for line in lines))
        client.shutdown(socket.SHUT_WR)
        answer = b''
        try:
            while data := client.recv(1000):
                answer += data
        except ConnectionResetError:
            answer += b'(reset)'
        return answer


def during(server, action):
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
    thread.start()
    try:
        return action()
    finally:
        server.shutdown()
        thread.join()


with Careful(('127.0.0.1', 0), Shout) as server:
    print(server.server_address[0], server.fileno() == server.socket.fileno(), server.address_family == socket.AF_INET, server.socket_type == socket.SOCK_STREAM, server.request_queue_size, server.timeout, server.RequestHandlerClass is Shout)
    print(during(server, lambda: [talk(server.server_address, b'one', b'two'), talk(server.server_address)]))
    print(log, server.actions > 0)
    log.clear()
    during(server, lambda: talk(server.server_address, b'fail'))
    print(log)
    log.clear()
    server.closed_to_all = True
    print(during(server, lambda: talk(server.server_address)), log)
    server.closed_to_all = False
    log.clear()
    one = threading.Thread(target=server.handle_request)
    one.start()
    print(talk(server.server_address, b'single'), one.join(), log)
    server.timeout = 0.01
    server.handle_timeout = lambda: log.append('timeout')
    server.handle_request()
    print(log[-1])
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Shout) as server:
    print(server.daemon_threads, server.block_on_close)

    def many():
        answers = {}
        threads = [threading.Thread(target=lambda n=n: answers.__setitem__(n, talk(server.server_address, b'line %d' % n))) for n in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(answers.items())
    print(during(server, many))
with socketserver.UDPServer(('127.0.0.1', 0), Sum) as server:
    def ask():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(10)
            client.sendto(b'1 2 3', server.server_address)
            return client.recv(100)
    print(during(server, ask), server.max_packet_size)
with socketserver.UnixStreamServer('socket', Shout) as server:
    def local():
        with socket.socket(socket.AF_UNIX) as client:
            client.connect('socket')
            client.sendall(b'unix\n')
            client.shutdown(socket.SHUT_WR)
            return client.makefile('rb').read()
    print(during(server, local), server.server_address)
for label, call in {'bind': lambda: socketserver.TCPServer(('127.0.0.1', 99999), Shout), 'name': lambda: socketserver.TCPServer('x', Shout), 'no activate': lambda: socketserver.TCPServer(('127.0.0.1', 0), Shout, bind_and_activate=False).server_close(), 'base': lambda: socketserver.BaseRequestHandler(1, 2, 3).request, 'shared': lambda: sorted(name for name in socketserver.__all__ if 'Fork' not in name)}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
quiet, sys.stderr = io.StringIO(), io.StringIO()
