# difftest: no-wasi (WASI has no sockets, so no TLS)
"""TLS over sockets that block, with other programs at the other end, sessions, small functions."""
import socket
import ssl
import subprocess
import threading
import time

from _certificates import make_certificates, openssl, path, print, remove_certificates


def server_context():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(path("own.pem"), path("own.key"))
    return context


def client_context():
    return ssl.create_default_context(cafile=path("ca.pem"))


def report(function, *args, **kwargs):
    try:
        print(function.__name__, function(*args, **kwargs))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def serve_one(listener, context, talk):
    """Talks to one client in a thread."""
    def run():
        sock, _ = listener.accept()
        try:
            with context.wrap_socket(sock, server_side=True) as tls:
                talk(tls)
        except OSError as error:
            errors.append(error)
    errors = []
    thread = threading.Thread(target=run)
    thread.start()
    return thread, errors


def end_of(served):
    """Waits for the end of such a thread; both ends of a connection fail at the same time."""
    thread, errors = served
    thread.join()
    for error in errors:
        print("server:", type(error).__name__, error)


def echo(tls):
    while data := tls.recv(1000):
        tls.sendall(data)


def sockets():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        served = server_context()
        served.set_alpn_protocols(["h2", "http/1.1"])
        names = []
        served.sni_callback = lambda tls, name, context: names.append((type(tls).__name__, name))
        thread = serve_one(listener, served, echo)
        context = client_context()
        context.set_alpn_protocols(["spdy", "http/1.1"])
        with socket.create_connection(("127.0.0.1", port)) as sock:
            with context.wrap_socket(sock, server_hostname="localhost") as tls:
                print(tls.version(), tls.cipher(), tls.selected_alpn_protocol(), tls.pending())
                print(type(tls).__name__, tls.server_hostname, tls.server_side, tls.context is context)
                print(tls.getpeercert()["subjectAltName"])
                tls.sendall(b"over a socket")
                print(tls.recv(4), tls.pending(), tls.recv(100))
                buffer = bytearray(10)
                tls.send(b"abc")
                print(tls.recv_into(buffer), buffer)
                tls.settimeout(0.05)
                report(tls.recv, 10)
                tls.setblocking(False)
                report(tls.recv, 10)
                report(tls.sendmsg, [b"x"])
                report(tls.recvfrom, 1)
                report(tls.send, b"x", 1)
                report(tls.dup)
                tls.settimeout(5)
                plain = tls.unwrap()
                print(type(plain).__name__, plain is tls)
                report(tls.write, b"x")
        end_of(thread)
        print(names)

        served = server_context()
        served.verify_mode = ssl.CERT_REQUIRED
        served.load_verify_locations(path("ca.pem"))
        context = client_context()
        context.load_cert_chain(path("own.pem"), path("own.key"))
        thread = serve_one(listener, served, lambda tls: print("client is", tls.getpeercert()["subject"]))
        with socket.create_connection(("127.0.0.1", port)) as sock:
            with context.wrap_socket(sock, server_hostname="127.0.0.1") as tls:
                print("end:", tls.recv(1))
        end_of(thread)

        thread = serve_one(listener, served, echo)
        with socket.create_connection(("127.0.0.1", port)) as sock:
            with client_context().wrap_socket(sock, server_hostname="localhost") as tls:
                report(tls.recv, 1)
        end_of(thread)
        report(client_context().wrap_socket, socket.socket())
        report(client_context().wrap_socket, socket.socket(), server_side=True, server_hostname="x")


PEER = """
import socket, ssl, sys
context = ssl.create_default_context(cafile=sys.argv[2])
with context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[1]))), server_hostname="localhost") as tls:
    tls.sendall(b"from another process")
    print(tls.recv(100), flush=True)
"""


def peers():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        thread = serve_one(listener, server_context(), echo)
        print(subprocess.run(["/usr/bin/python3", "-c", PEER, port, path("ca.pem")], capture_output=True).stdout)
        end_of(thread)
        thread = serve_one(listener, server_context(), lambda tls: tls.sendall(tls.recv(100)[::-1]))
        done = subprocess.run(["openssl", "s_client", "-quiet", "-verify_return_error", "-CAfile", path("ca.pem"),
                               "-connect", f"127.0.0.1:{port}"], input=b"s_client\n", capture_output=True)
        print(done.returncode, done.stdout)
        end_of(thread)
        listener.close()
        server = subprocess.Popen(["openssl", "s_server", "-accept", port, "-cert", path("own.pem"), "-key",
                                   path("own.key"), "-rev", "-naccept", "1"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                sock = socket.create_connection(("127.0.0.1", int(port)))
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        with client_context().wrap_socket(sock, server_hostname="localhost") as tls:
            tls.sendall(b"s_server\n")
            print(tls.recv(100))
        server.kill()
        server.wait()


def sessions():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        served, context = server_context(), client_context()
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        kept = None
        for _ in range(2):
            thread = serve_one(listener, served, lambda tls: tls.send(tls.version().encode()))
            with socket.create_connection(("127.0.0.1", port)) as sock:
                with context.wrap_socket(sock, server_hostname="localhost", session=kept) as tls:
                    print(tls.recv(10), tls.session_reused, tls.session.has_ticket, tls.session.timeout)
                    print(len(tls.get_channel_binding()))
                    kept = tls.session
            end_of(thread)
        print(kept == tls.session, context.session_stats()["connect_good"])


def listening():
    """A listening socket that is wrapped: what it accepts is, too."""
    listener = server_context().wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)

    def serve():
        sock, address = listener.accept()
        print(type(sock).__name__, sock.server_side, address[0])
        sock.send(sock.recv(10))
        sock.close()

    thread = threading.Thread(target=serve)
    thread.start()
    client = client_context().wrap_socket(socket.socket(), server_hostname="localhost")
    client.connect(("127.0.0.1", listener.getsockname()[1]))
    client.send(b"to and fro")
    print(client.recv(20))
    thread.join()
    client.close()
    listener.close()


def small_things():
    pem = open(path("own.pem")).read()
    der = ssl.PEM_cert_to_DER_cert(pem)
    print(ssl.DER_cert_to_PEM_cert(der) == pem)
    print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), ssl.cert_time_to_seconds("Feb 29 00:00:00 2024 GMT"))
    report(ssl.cert_time_to_seconds, "yesterday")
    print(ssl.get_protocol_name(ssl.PROTOCOL_TLS_CLIENT), ssl.CERT_REQUIRED, repr(ssl.TLSVersion.TLSv1_3))
    print(repr(ssl.SSLErrorNumber.SSL_ERROR_EOF), ssl.AlertDescription(42), repr(ssl.VerifyMode.CERT_OPTIONAL))
    print(ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_TLSv1_3, ssl.Purpose.CLIENT_AUTH.oid, ssl.SSLCertVerificationError.__mro__)
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.options |= ssl.OP_NO_TICKET
    print(repr(context.minimum_version), bool(context.options & ssl.Options.OP_NO_TICKET), context.protocol)
    print(context.check_hostname, repr(context.verify_mode), context.hostname_checks_common_name)
    report(ssl.SSLSocket)
    report(ssl.SSLObject)


make_certificates()
sockets()
peers()
listening()
sessions()
small_things()
remove_certificates()
