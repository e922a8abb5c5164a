"""http.client and http.server over made sockets: requests as written, responses as read, chunks, states and their errors, a handler without a network."""
# difftest: no-wasi (WASI has no sockets)
import http.client
import http.server
import io
import re


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Wire:
    """A socket that keeps what is sent and gives a prepared answer."""

    def __init__(self, answer=b''):
        self.sent, self.answer, self.closed = b'', answer, False

    def sendall(self, data):
        self.sent += bytes(data)

    def makefile(self, mode, *args, **kwargs):
        return io.BufferedReader(io.BytesIO(self.answer))

    def setsockopt(self, *args):
        pass

    def settimeout(self, timeout):
        pass

    def close(self):
        self.closed = True


class Connection(http.client.HTTPConnection):
    answer = b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

    def connect(self):
        self.sock = Wire(self.answer)


def exchange(answer, method='GET', **kwargs):
    connection = Connection('example.com')
    connection.answer = answer
    connection.request(method, '/x', **kwargs)
    return connection, connection.getresponse()


for kwargs in ({}, {'body': 'text'}, {'body': 'é'}, {'body': b'bytes'}, {'body': iter([b'a', b'bc'])}, {'body': iter([b'a', b'bc']), 'encode_chunked': True, 'headers': {'Transfer-Encoding': 'chunked'}}, {'body': io.BytesIO(b'file')}, {'body': io.StringIO('text file')},
               {'headers': {'Host': 'other', 'X': 5, 'Y': b'b', 'Accept-Encoding': 'gzip'}}, {'body': [b'x', b'y'], 'headers': {'Content-Length': 2}}, {'body': {'not': 'bytes'}}, {'headers': {'bad name': 'x'}}, {'headers': {'X': 'a\nb'}}, {'headers': {'': 'x'}}):
    connection = Connection('example.com', 8080)
    try:
        connection.request('POST', '/path?q', **kwargs)
        print(sorted(kwargs), connection.sock.sent)
    except Exception as error:
        print(sorted(kwargs), type(error).__name__, error)
for method, url in (('GET', ''), ('GET', '*'), ('GET', 'http://full/url'), ('PUT', '/'), ('OPTIONS', '/'), ('G T', '/'), ('GET', '/a b'), ('GET', '/\x7f'), ('GET', '/é'), ('GET\n', '/'), (5, '/')):
    connection = Connection('::1', 80)
    try:
        connection.request(method, url)
        print(repr(method), repr(url), connection.sock.sent)
    except Exception as error:
        print(repr(method), repr(url), type(error).__name__, error)

for answer in (b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: a\r\nX: b\r\n\r\nhello more', b'HTTP/1.0 404 Not Found\r\n\r\nuntil the end', b'HTTP/1.1 204 \r\n\r\nignored', b'HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n5;ext=1\r\nhello\r\n3\r\n wo\r\n0\r\nTrailer: x\r\n\r\n', b'HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx',
               b'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', b'', b'garbage\r\n\r\n', b'HTTP/1.1 abc OK\r\n\r\n', b'HTTP/1.1 99 Low\r\n\r\n', b'HTTP/2.7 200 OK\r\n\r\n', b'HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx', b'HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nx',
               b'HTTP/1.1 301 Moved\r\nLocation: /y\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', b'HTTP/1.1 200 OK\r\n folded\r\nA: b\r\n c\r\n\r\n', b'HTTP/1.1 200 OK\r\n' + b'X: y\r\n' * 101 + b'\r\n', b'HTTP/1.1 200 ' + b'x' * 70000 + b'\r\n\r\n'):
    try:
        connection, response = exchange(answer)
        print(answer[:30], response.version, response.status, response.reason, response.length, response.chunked, response.will_close, response.getheaders()[:3], response.getheader('X'), response.getheader('none', 'd'), response.isclosed())
        attempt('  read', response.read)
        print('  ', response.isclosed(), response.closed, connection.sock is None, response.read())
    except Exception as error:
        print(answer[:30], type(error).__name__, str(error)[:80])
connection, response = exchange(b'HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Type: text/html; charset=x\r\n\r\none\ntwo\nthree\nfour56')
print(response.read(2), response.peek(3)[:3], response.readline(), response.read1(3), response.readinto(box := bytearray(4)), box, response.readlines(), response.msg.get_content_type(), response.info() is response.headers, response.geturl() if False else '', response.getcode())
chunked = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab\n\r\n4\r\ncd\ne\r\n0\r\n\r\n'
for call in ('read(1)', 'read(4)', 'readline()', 'read1()', 'read1(2)', 'peek()'):
    connection, response = exchange(chunked)
    name, argument = re.fullmatch(r'(\w+)\((\d*)\)', call).groups()
    print(call, [getattr(response, name)(*map(int, filter(None, [argument]))) for _ in range(3)], response.readlines())
connection, response = exchange(b'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n', 'HEAD')
print(response.length, response.read(), response.isclosed())
attempt('incomplete', lambda: exchange(b'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc')[1].read(4))
print(repr(http.client.IncompleteRead(b'abc', 5)), repr(http.client.IncompleteRead(b'')), http.client.BadStatusLine('').args, http.client.LineTooLong('x'), http.client.RemoteDisconnected('x').args)

connection = Connection('h')
attempt('response early', connection.getresponse)
attempt('send', lambda: (connection.putheader('a', 'b')))
connection.putrequest('GET', '/', skip_host=True, skip_accept_encoding=True)
attempt('twice', connection.putrequest, 'GET', '/')
connection.putheader('Multi', 'a', 5, b'c')
connection.putheader(b'Bytes', 'x')
attempt('value', connection.putheader, 'a', 'b\r\nc')
connection.endheaders(b'body')
print(connection.sock.sent, connection.getresponse().read(), connection.close())
attempt('late', connection.endheaders)
for host in ('h:80', 'h:', 'h:x', '[::1]:99', '[::1]', 'h\n', ''):
    attempt(repr(host), lambda: (lambda c: (c.host, c.port))(http.client.HTTPConnection(host)))
tunnel = Connection('proxy', 3128)
tunnel.set_tunnel('target', 443, {'Auth': 'x'})
attempt('tunnel', lambda: (tunnel._tunnel_host, tunnel._tunnel_port, tunnel._tunnel_headers))
print(http.client.responses[404], len(http.client.responses), http.client.HTTP_PORT, http.client.OK, http.client.parse_headers(io.BytesIO(b'A: b\r\nC: d\r\n\r\n')).items())


class Handler(http.server.BaseHTTPRequestHandler):
    server_version, sys_version = 'Test/1', ''

    def setup(self):
        self.rfile, self.wfile = io.BytesIO(self.request), io.BytesIO()

    def finish(self):
        pass

    def log_message(self, format, *args):
        print('  log', format % args)

    def date_time_string(self, timestamp=None):
        return 'DATE' if timestamp is None else super().date_time_string(timestamp)

    def do_GET(self):
        body = f'{self.path} {self.command} {self.request_version} {self.close_connection}'.encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.send_header('Connection', 'keep-alive' if self.headers.get('keep') else 'close')
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.send_error(418, explain='no <coffee>')


for request in (b'GET / HTTP/1.0\r\n\r\n', b'GET /x HTTP/1.1\r\nkeep: 1\r\n\r\nGET /y HTTP/1.1\r\n\r\n', b'GET /old\r\n', b'POST / HTTP/1.1\r\n\r\n', b'PUT / HTTP/1.1\r\n\r\n', b'GET / HTTP/3.0\r\n\r\n', b'GET / HTTQ/1.1\r\n\r\n', b'bad\r\n\r\n', b'a b c d e\r\n\r\n', b'\r\n', b'', b'GET //a//b HTTP/1.1\r\n\r\n', b'GET / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n', b'GET /' + b'x' * 70000 + b' HTTP/1.1\r\n\r\n', b'GET / HTTP/1.1\r\n' + b'A: b\r\n' * 200 + b'\r\n', b'GET / HTTP/1.x\r\n\r\n'):
    handler = Handler(request, ('1.2.3.4', 5), None)
    print(request[:20], handler.wfile.getvalue()[:400])
print(handler.date_time_string(0), handler.version_string(), handler.address_string(), handler.responses[404])
