"""A small web API over http.server and http.client: methods, JSON, cookies, ranges, chunks, redirects, keep-alive, errors of both."""
# difftest: no-wasi (threads and sockets are not there)
import http.client
import http.cookies
import http.server
import json
import threading
import urllib.error
import urllib.parse
import urllib.request


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).replace(str(server.server_address[1]), 'PORT'))


class Api(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    server_version = 'Tiny/1'
    sys_version = ''
    items = {'1': {'name': 'one'}}

    def answer(self, status, body=None, **headers):
        data = b'' if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(data)

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        match url.path.strip('/').split('/'):
            case ['items']:
                self.answer(200, sorted(self.items), Content_Type='application/json')
            case ['items', key] if key in self.items:
                self.answer(200, self.items[key], ETag=f'"{key}"', Set_Cookie='last=' + key)
            case ['echo']:
                self.answer(200, urllib.parse.parse_qs(url.query))
            case ['moved']:
                self.answer(302, None, Location='/items')
            case ['chunks']:
                self.send_response(200)
                self.send_header('Transfer-Encoding', 'chunked')
                self.end_headers()
                for part in (b'first ', b'second'):
                    self.wfile.write(b'%x\r\n%s\r\n' % (len(part), part))
                self.wfile.write(b'0\r\n\r\n')
            case ['whoami']:
                self.answer(200, [self.headers['User-Agent'], self.headers.get_all('X-Many'), self.headers['Cookie'], self.request_version])
            case _:
                self.send_error(404, 'Nothing here', 'no such <thing>')

    do_HEAD = do_GET

    def do_PUT(self):
        length = int(self.headers['Content-Length'])
        key = self.path.rsplit('/', 1)[1]
        status = 200 if key in self.items else 201
        self.items[key] = json.loads(self.rfile.read(length))
        self.answer(status, self.items[key])

    def do_DELETE(self):
        self.answer(204 if self.items.pop(self.path.rsplit('/', 1)[1], None) else 410)

    def log_message(self, format, *args):
        log.append(format % args)


log = []
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Api)
thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
thread.start()
host, port = server.server_address
client = http.client.HTTPConnection(host, port, timeout=10)


def ask(method, path, body=None, **headers):
    client.request(method, path, body if body is None or isinstance(body, (bytes, str)) else json.dumps(body), {name.replace('_', '-'): value for name, value in headers.items()})
    answer = client.getresponse()
    data = answer.read()
    print(method, path, answer.status, answer.reason, answer.version, data, {name: value for name, value in answer.getheaders() if name != 'Date'}, answer.isclosed(), answer.will_close)
    return answer


ask('GET', '/items')
first = client.sock
ask('PUT', '/items/2', {'name': 'zwei'})
ask('PUT', '/items/2', '{"name": "two"}', Content_Type='application/json')
answer = ask('GET', '/items/2', If_None_Match='x')
print(answer.getheader('etag'), answer.getheader('none', 'default'), answer.headers['SET-COOKIE'], answer.msg is answer.headers, client.sock is first)
ask('HEAD', '/items')
ask('DELETE', '/items/2')
ask('DELETE', '/items/2')
ask('GET', '/echo?a=1&a=2&b=%C3%A9')
ask('GET', '/moved')
ask('GET', '/chunks')
ask('GET', '/nothing')
ask('PATCH', '/items')
client = http.client.HTTPConnection(host, port, timeout=10)
client.putrequest('GET', '/whoami', skip_accept_encoding=True)
client.putheader('User-Agent', 'by hand')
client.putheader('X-Many', 'a', 'b')
client.putheader('Cookie', 'k=v')
client.endheaders()
print(client.getresponse().read())
for label, call in {'two requests': lambda: (client.request('GET', '/items'), client.request('GET', '/items')), 'early': lambda: http.client.HTTPConnection(host, port).getresponse(), 'header': lambda: client.putheader('a', 'b'), 'bad method': lambda: http.client.HTTPConnection(host, port).request('GE T', '/'), 'bad url': lambda: http.client.HTTPConnection(host, port).request('GET', '/a b'), 'bad header': lambda: http.client.HTTPConnection(host, port).request('GET', '/', headers={'a\n': 'b'}), 'bad value': lambda: http.client.HTTPConnection(host, port).request('GET', '/', headers={'a': 'b\nc: d'}), 'bad port': lambda: http.client.HTTPConnection('host:port'), 'bad host': lambda: http.client.HTTPConnection('a\nb'), 'unicode body': lambda: http.client.HTTPConnection(host, port).request('POST', '/', '€'), 'closed': lambda: http.client.HTTPConnection('127.0.0.1', 1).request('GET', '/')}.items():
    attempt(label, call)
client.close()
base = f'http://{host}:{port}'
with urllib.request.urlopen(base + '/moved') as answer:
    print(answer.status, answer.geturl().replace(str(port), 'PORT'), json.load(answer), answer.info().get_content_type())
request = urllib.request.Request(base + '/items/3', b'{"n": 3}', {'Content-type': 'application/json'}, method='PUT')
with urllib.request.urlopen(request) as answer:
    print(answer.status, answer.msg, request.get_method(), request.get_header('Content-type'), request.has_header('X'), request.header_items()[:1], request.selector)
for path in ('/nothing', '/items/9'):
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error, error.code, error.reason, error.headers['Content-Type'], b'no such &lt;thing&gt;' in error.read(), error.fp is not None)
        error.close()
opener = urllib.request.build_opener(type('NoRedirect', (urllib.request.HTTPRedirectHandler,), {'redirect_request': lambda self, *args: None}))
opener.addheaders = [('User-Agent', 'mine'), ('X-Many', 'z')]
try:
    opener.open(base + '/moved')
except urllib.error.HTTPError as error:
    print(error.code, error.headers['Location'])
    error.close()
print(json.load(opener.open(base + '/whoami')))
for label, call in {'scheme': lambda: urllib.request.urlopen('strange://x'), 'no scheme': lambda: urllib.request.urlopen('nothing'), 'type': lambda: urllib.request.urlopen(5), 'data': lambda: urllib.request.urlopen(base, 'text'), 'refused': lambda: urllib.request.urlopen('http://127.0.0.1:1/'), 'file': lambda: urllib.request.urlopen('file:///no/such/file')}.items():
    attempt(label, call)
server.shutdown()
server.server_close()
thread.join()
print(len(log), log[0], [line for line in log if '404' in line][0])
cookie = http.cookies.SimpleCookie('a=1; b="two; x"')
cookie['d'] = 'é €'
cookie['a']['max-age'] = 10
cookie['a']['httponly'] = True
print(cookie.output(header='', sep=';'), cookie['a'].OutputString(), {key: morsel.value for key, morsel in cookie.items()})
