# http: statuses, cookies, requests and responses over sockets that are made of bytes, chunked bodies, errors.
# difftest: no-wasi (there are no sockets)
import http
import http.client
import http.cookies
import io
import urllib.error
import urllib.request

print(http.HTTPStatus(404), http.HTTPStatus.OK.phrase, http.HTTPStatus.NOT_FOUND.description, http.HTTPStatus.TEAPOT if hasattr(http.HTTPStatus, 'TEAPOT') else http.HTTPStatus.IM_A_TEAPOT, http.HTTPMethod.GET, http.HTTPMethod.POST.description, http.client.responses[503], http.client.OK == 200)
c = http.cookies.SimpleCookie('a=1; b="x\\"y"; $Path=/; c=caf\\351; bad key=2')
print(c, {k: v.value for k, v in c.items()})
c = http.cookies.SimpleCookie()
c['session'] = 'value with spaces; and "quotes"'
c['session'].update({'path': '/', 'max-age': 60, 'secure': True, 'httponly': True, 'samesite': 'Lax'})
c['n'] = 5
print(c.output(), c['n'].OutputString(), c.js_output()[:40], c['session'].key, c['session'].coded_value, repr(c['n']), c.output(['path'], 'H:', ' | '), c['n'] == c['n'].copy())
for call in (lambda: c.__setitem__('bad key', 1), lambda: c['n'].__setitem__('nope', 1), lambda: c['n'].set('path', 'x', 'y'), lambda: http.cookies.BaseCookie('x=1')['x'].value, lambda: http.HTTPStatus(999), lambda: c['n'].setdefault('zzz')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sock:
    def __init__(self, data):
        self.data, self.sent = data, b''

    def makefile(self, mode, *args, **kw):
        return io.BufferedReader(io.BytesIO(self.data))

    def sendall(self, data):
        self.sent += bytes(data) if not hasattr(data, 'read') else data.read()

    def close(self):
        pass

    def setsockopt(self, *args):
        pass


def respond(data, method='GET'):
    r = http.client.HTTPResponse(Sock(data), method=method)
    r.begin()
    return r


r = respond(b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nX-A: 2\r\nConnection: close\r\n\r\nhello extra')
print(r.status, r.reason, r.version, r.getheader('x-a'), r.getheader('no', 'd'), r.getheaders(), r.msg['X-A'], r.length, r.read(2), r.read(), r.read(), r.isclosed(), r.will_close, r.headers.get_all('x-a'), r.info() is r.msg, r.getcode(), r.readable())
r = respond(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nT: x\r\n\r\n')
print(r.chunked, r.read(3), r.readline(), r.read())
print(respond(b'HTTP/1.0 204 No\r\n\r\n').read(), respond(b'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n').status, respond(b'HTTP/1.1 200\r\nContent-Length: 10\r\n\r\n', 'HEAD').read(), respond(b'HTTP/1.1 200 OK\r\n\r\nuntil end').read(), respond(b'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabc').length)
for data in (b'', b'junk\r\n', b'HTTP/1.1 abc OK\r\n', b'HTTP/9.9 200 OK\r\n\r\n', b'HTTP/1.1 99 x\r\n\r\n', b'HTTP/1.1 200 ' + b'x' * 70000, b'HTTP/1.1 200 OK\r\n' + b'A: b\r\n' * 200):
    try:
        print(respond(data).status)
    except Exception as error:
        print(type(error).__name__, str(error)[:50])
for data in (b'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'):
    try:
        print(respond(data).read())
    except http.client.HTTPException as error:
        print(type(error).__name__, error, getattr(error, 'partial', None))


class Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = Sock(b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')


for args, kw in ((('GET', '/p?q=1'), {}), (('POST', '/x', 'body é'.encode()), {'headers': {'X-Y': 'z', 'Content-Type': 'text/plain'}}), (('PUT', '', iter([b'a', b'bc'])), {'encode_chunked': True}), (('POST', '/', io.BytesIO(b'file')), {}), (('DELETE', '*'), {'headers': {'Host': 'other', 'Accept-Encoding': 'gzip'}}), (('PATCH', '/', 'latin é'), {})):
    conn = Connection('example.com', 8080)
    conn.request(*args, **kw)
    print(conn.sock.sent, conn.getresponse().read())
conn = Connection('h')
for call in (lambda: conn.getresponse(), lambda: conn.putheader('a', 'b'), lambda: conn.endheaders(), lambda: conn.request('GET', '/a b'), lambda: conn.request('G ET', '/'), lambda: Connection('h:x'), lambda: Connection('h\n').request('GET', '/'), lambda: Connection('h').request('GET', '/', headers={'a\n': 'b'}), lambda: Connection('h').request('GET', '/', headers={'a': 'b\r\nc'}), lambda: Connection('h').request('POST', '/', 5), lambda: Connection('[::1]:80').host, lambda: Connection('h').set_tunnel('x') or Connection('h').port, lambda: http.client.IncompleteRead(b'x', 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
q = urllib.request.Request('http://h:1/p?q#f', b'data', {'x-y': 'z'}, method=None)
q.add_header('Another-One', 'v')
q.add_unredirected_header('un', 'r')
print(q.full_url, q.host, q.selector, q.type, q.fragment, q.get_method(), q.header_items(), q.has_header('X-y'), q.get_header('Another-one'), q.data, q.origin_req_host, q.unverifiable, urllib.request.Request('http://h', method='X').get_method(), urllib.request.parse_http_list('a, "b, c", d'), urllib.request.parse_keqv_list(['a=1', 'b="2"']))
error = urllib.error.HTTPError('http://u', 404, 'Gone', {'H': 'v'}, io.BytesIO(b'body'))
print(error, error.code, error.reason, error.read(), error.headers, error.geturl(), urllib.error.URLError('why'), repr(error))
for url in ('nope', 'unknown://x', 'data:text/plain;base64,aGk=', 'data:,a%20b', 'file:///no/such/file'):
    try:
        reply = urllib.request.urlopen(url)
        print(reply.read(), reply.headers.get_content_type(), reply.status, reply.url)
    except Exception as error:
        print(type(error).__name__, error)
