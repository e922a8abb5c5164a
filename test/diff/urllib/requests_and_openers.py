"""urllib.request without a network: Request objects, openers and their handlers, data and file URLs, proxies, passwords, errors."""
# difftest: no-wasi (WASI has no sockets)
import email.message
import io
import os
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import urllib.response


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def describe(request):
    print(request.full_url, request.type, request.host, request.selector, request.fragment, request.get_method(), request.data,
          sorted(request.header_items()), request.origin_req_host, request.unverifiable, request.has_proxy())


describe(urllib.request.Request('http://user@example.com:8080/a/b?x=1#part'))
describe(urllib.request.Request('https://example.com', data=b'a=1', headers={'content-type': 'text/plain', 'X-TWO': '2'}))
describe(urllib.request.Request('<URL:http://example.com/x>', method='PUT', origin_req_host='other', unverifiable=True))
request = urllib.request.Request('http://example.com/start')
request.add_header('accept', 'text/html')
request.add_unredirected_header('Cookie', 'a=b')
print(request.has_header('Accept'), request.has_header('accept'), request.get_header('Cookie'), request.get_header('None', 'dflt'), request.get_full_url())
request.remove_header('Accept')
request.remove_header('Cookie')
print(request.header_items())
request.data = b'body'
print(request.get_method(), request.data)
request.add_header('Content-length', '4')
request.data = b'longer'
print(request.header_items())
del request.data
print(request.get_method(), request.data)
request.full_url = 'ftp://host/path#frag'
describe(request)
request.set_proxy('proxy:3128', 'http')
describe(request)
for bad in ('nourl', '', 'http:', '//x/y'):
    attempt(repr(bad), lambda: urllib.request.Request(bad).type)
attempt('number', urllib.request.Request, 5)


class Memory(urllib.request.BaseHandler):
    """A scheme answered from a dictionary."""

    pages = {'/': b'index', '/a': b'page a'}

    def memory_open(self, request):
        if request.selector == '/moved':
            return self.answer(302, 'Found', b'', {'location': 'memory://h/a'}, request)
        body = self.pages.get(request.selector)
        if body is None:
            return self.parent.error('http', request, io.BytesIO(b'gone'), 404, 'Not Here', email.message.Message())
        return self.answer(200, 'OK', body, {'content-length': str(len(body))}, request)

    def http_error_404(self, request, file, code, message, headers):
        return self.answer(code, message, b'custom ' + file.read(), {}, request)

    @staticmethod
    def answer(code, message, body, headers, request):
        info = email.message.Message()
        for name, value in headers.items():
            info[name] = value
        response = urllib.response.addinfourl(io.BytesIO(body), info, request.full_url, code)
        response.msg = message
        return response


class Watch(urllib.request.BaseHandler):
    handler_order = 100

    def memory_request(self, request):
        print('  before', request.selector, request.timeout)
        return request

    def memory_response(self, request, response):
        print('  after', response.code)
        return response


opener = urllib.request.build_opener(Memory, Watch())
opener.addheaders = [('User-agent', 'test')]
for path in ('/', '/a', '/b', '/moved'):
    with opener.open('memory://h' + path, timeout=3) as response:
        print(path, response.status, response.getcode(), response.url, response.geturl(), response.read(), dict(response.headers), dict(response.info()))
print(sorted(type(handler).__name__ for handler in opener.handlers))
attempt('unknown scheme', opener.open, 'nothing://x')
attempt('no handler class', urllib.request.build_opener, int)
attempt('bad handler', lambda: urllib.request.OpenerDirector().add_handler(object()))
print(urllib.request.OpenerDirector().open('none://x') if False else 'ok')

for url in ('data:,hello%20world', 'data:text/html;charset=utf-8,<b>%C3%A9</b>', 'data:;base64,aGVsbG8=', 'data:image/png;base64,AAEC', 'data:text/plain;a=1;b=2,x'):
    with urllib.request.urlopen(url) as response:
        print(url, response.read(), response.headers.get_content_type(), dict(response.headers))
attempt('bad data', urllib.request.urlopen, 'data:nothing')
attempt('bad base64', urllib.request.urlopen, 'data:;base64,a')

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'some file.txt')
    with open(path, 'w') as file:
        file.write('contents')
    os.utime(path, (0, 0))
    url = 'file://' + urllib.request.pathname2url(path)
    with urllib.request.urlopen(url) as response:
        print(response.read(), response.headers['content-type'], response.headers['Content-length'], response.headers['last-modified'])
    name, headers = urllib.request.urlretrieve(url)
    print(name == path, headers['Content-Length'])
    name, headers = urllib.request.urlretrieve(url, os.path.join(folder, 'copy'), reporthook=lambda *args: print('  hook', args))
    print(os.path.basename(name), open(name).read())
    urllib.request.urlcleanup()
    try:
        urllib.request.urlopen(url + 'x')
    except urllib.error.URLError as error:
        print(type(error), type(error.reason), str(error).replace(folder, 'DIR').replace(urllib.parse.quote(folder), 'DIR'))
    attempt('other host', urllib.request.urlopen, 'file://example.invalid/etc/passwd')

passwords = urllib.request.HTTPPasswordMgrWithPriorAuth()
passwords.add_password('realm', ['http://a.com/x', 'http://b.com'], 'me', 'secret')
passwords.add_password(None, 'http://c.com', 'any', 'body', is_authenticated=True)
for realm, url in (('realm', 'http://a.com/x/deeper'), ('realm', 'http://a.com/y'), ('other', 'http://b.com/'), ('realm', 'b.com'), ('whatever', 'http://c.com/q')):
    print(realm, url, passwords.find_user_password(realm, url), passwords.is_authenticated(url))
print(urllib.request.parse_keqv_list(urllib.request.parse_http_list('a="b,c", d=e, f="g\\"h"')))
print(urllib.request.pathname2url('/a b/ü'), urllib.request.url2pathname('/a%20b/%C3%BC'))
for name in list(os.environ):
    if name.lower().endswith('_proxy'):
        del os.environ[name]
os.environ.update(http_proxy='http://p:1', No_Proxy='local,.example.com')
print(urllib.request.getproxies(), urllib.request.proxy_bypass('www.example.com'), urllib.request.proxy_bypass('example.org'), urllib.request.proxy_bypass('local:80'))

error = urllib.error.HTTPError('http://x', 404, 'Not Found', email.message.Message(), io.BytesIO(b'body'))
print(str(error), repr(error), error.code, error.status, error.reason, error.msg, error.read(), error.url, error.filename, error.getcode(), isinstance(error, OSError))
error = urllib.error.URLError('why', 'file')
print(str(error), repr(error), error.args, error.reason, error.filename)
error = urllib.error.ContentTooShortError('short', b'data')
print(str(error), error.content, error.reason)
attempt('new opener class', lambda: urllib.request.FancyURLopener)
