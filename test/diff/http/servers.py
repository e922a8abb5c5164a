# difftest: no-wasi (WASI has no sockets)
"""http.server and http.client, urllib.request, xmlrpc, socketserver on loopback."""
import http.client
import http.server
import json
import socketserver
import threading
import urllib.error
import urllib.parse
import urllib.request
import xmlrpc.client
import xmlrpc.server


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    server_version = 'Test/1.0'
    sys_version = ''

    def log_message(self, format, *args):
        log.append(format % args)

    def date_time_string(self, timestamp=None):
        return 'Thu, 01 Jan 1970 00:00:00 GMT'

    def answer(self, status, body, **headers):
        self.send_response(status)
        self.send_header('Content-Type', 'text/plain; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == '/redirect':
            self.answer(302, b'moved', Location='/final?from=redirect')
        elif url.path == '/missing':
            self.send_error(404, 'Nothing here')
        elif url.path == '/chunked':
            self.send_response(200)
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            for piece in (b'first', b'second piece', b''):
                self.wfile.write(b'%x\r\n%s\r\n' % (len(piece), piece))
        elif url.path == '/auth':
            if self.headers.get('Authorization') == 'Basic dXNlcjpwYXNz':
                self.answer(200, b'welcome')
            else:
                self.answer(401, b'who?', WWW_Authenticate='Basic realm="here"')
        elif url.path == '/cookie':
            self.answer(200, (self.headers.get('Cookie') or 'none').encode(), Set_Cookie='taste=sweet; Path=/')
        else:
            self.answer(200, json.dumps([self.command, self.path, urllib.parse.parse_qs(url.query)]).encode())

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(201, body.upper(), X_Type=self.headers['Content-Type'])

    do_PUT = do_POST


log = []
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
thread = threading.Thread(target=server.serve_forever)
thread.start()
host, port = server.server_address
base = f'http://127.0.0.1:{port}'

connection = http.client.HTTPConnection(host, port, timeout=10)
for method, path, body, headers in (('GET', '/a?b=1&b=2&c=%20x', None, {}), ('HEAD', '/a', None, {}),
                                    ('POST', '/p', b'data', {'Content-Type': 'text/x'}), ('PUT', '/p', 'text', {'content-type': 'a/b'}),
                                    ('GET', '/chunked', None, {}), ('GET', '/missing', None, {})):
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    print(method, response.status, response.reason, response.version, response.getheader('Content-Length'),
          response.getheader('x-type'), response.headers.get_content_type(), response.will_close)
    print(response.read(), response.isclosed(), sorted(name for name in response.headers))
connection.request('GET', '/chunked')
response = connection.getresponse()
print(response.read(3), response.read1(4), response.readline(), response.read())
connection.close()
connection.putrequest('GET', '/manual', skip_host=True)
connection.putheader('Host', 'x')
connection.putheader('X-Two', 'a', 'b')
connection.endheaders()
print(connection.getresponse().read())
connection.close()
for action in (lambda: connection.putheader('A', 'b'), lambda: connection.request('GET', '/with space'),
               lambda: connection.request('GET', '/', headers={'bad\nname': 'x'}), lambda: connection.getresponse(),
               lambda: http.client.HTTPConnection('host:port')):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
connection.close()

with urllib.request.urlopen(base + '/redirect', timeout=10) as response:
    print(response.status, response.url.replace(str(port), 'PORT'), response.read(), response.headers['content-type'])
try:
    urllib.request.urlopen(base + '/missing')
except urllib.error.HTTPError as error:
    print(error.code, error.reason, error, error.headers['Content-Type'], len(error.read()) > 100)
    error.close()
request = urllib.request.Request(base + '/post', data=urllib.parse.urlencode({'a': 1, 'b': 'ä'}).encode(), headers={'X': 'y'})
print(request.get_method(), request.host.replace(str(port), 'PORT'), request.type, request.selector, request.has_header('X'))
print(urllib.request.urlopen(request).read())
print(urllib.request.urlopen(urllib.request.Request(base + '/x', method='HEAD')).read())
passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, 'user', 'pass')
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords), urllib.request.HTTPCookieProcessor())
print(opener.open(base + '/auth').read(), opener.open(base + '/cookie').read(), opener.open(base + '/cookie').read())
try:
    urllib.request.urlopen('http://127.0.0.1:1/')
except urllib.error.URLError as error:
    print(type(error.reason).__name__, error)
try:
    urllib.request.urlopen('nothing:x')
except urllib.error.URLError as error:
    print(error)
print(urllib.request.urlopen('data:text/plain;charset=utf-8,hello%20there').read())
server.shutdown()
thread.join()
server.server_close()
print(len(log), log[0], log[2], log[5])


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line[::-1].strip() + b'\n')


import socket
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Echo) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with socket.create_connection(server.server_address, timeout=10) as client:
        client.sendall(b'hello\nworld\n')
        client.shutdown(socket.SHUT_WR)
        print(client.makefile('rb').read())
    server.shutdown()
    thread.join()


def add(a, b):
    return a + b


with xmlrpc.server.SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False, allow_none=True) as server:
    server.register_function(add)
    server.register_function(lambda: None, 'nothing')
    server.register_introspection_functions()
    server.register_multicall_functions()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with xmlrpc.client.ServerProxy('http://127.0.0.1:%d' % server.server_address[1], allow_none=True) as proxy:
        print(proxy.add(2, 3), proxy.add('a', 'b'), proxy.add([1], [2.5]), proxy.nothing(), proxy.system.listMethods())
        try:
            proxy.add(1, 'x')
        except xmlrpc.client.Fault as fault:
            print(fault.faultCode, fault.faultString)
        multi = xmlrpc.client.MultiCall(proxy)
        multi.add(1, 2)
        multi.add(3, 4)
        print(list(multi()))
    server.shutdown()
    thread.join()
