"""http.cookies and http.cookiejar without a network: morsels, quoting, parsing of bad input, policies, domains, expiry, files of both formats; HTTPStatus."""
# difftest: no-wasi (WASI has no sockets: http.cookiejar imports http.client)
import copy
import email.message
import http
import http.cookiejar
import http.cookies
import pickle
import urllib.request


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


cookie = http.cookies.SimpleCookie()
cookie['fig'] = 'newton'
cookie['sugar'] = 'wafer "x"; y, z\\ é \n'
cookie['fig']['path'] = '/a'
cookie['fig']['max-age'] = 5
cookie['fig']['secure'] = True
cookie['fig']['httponly'] = ''
cookie['fig']['SameSite'] = 'Lax'
cookie['number'] = 7
print(cookie, repr(cookie), cookie.output(['path'], header='Set:', sep='|'), cookie.js_output() == cookie.js_output(), sep='\n')
print(cookie['number'].value, cookie['number'].coded_value, cookie['fig'].OutputString(), cookie['fig'].output(attrs=[]), cookie['sugar'].coded_value)
for text in ('a=b; c="d e"; $Path=/x', 'a=b; Version=1; Path=/; c=d', 'keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;"; x', 'a', '', '=b', 'a=; b=2', 'a=b;;c=d', 'a b=c; d=e', 'expires=Wed, 01-Jan-98 00:00:00 GMT; a=b', 'a=b; expires=Wed, 01-Jan-98 00:00:00 GMT; secure; httponly',
             'a:b=c', 'ä=b', 'a="unclosed; b=c', '[x]=y', 'a=b,c=d', 'x=\\101\\"'):
    loaded = http.cookies.SimpleCookie()
    loaded.load(text)
    print(repr(text), [(key, morsel.value, {k: v for k, v in morsel.items() if v}) for key, morsel in loaded.items()])
print(http.cookies.SimpleCookie({'k': 'v', 'm': cookie['fig']}), http.cookies.SimpleCookie('x=1')['x'])
morsel = http.cookies.Morsel()
morsel.set('key', 'value', '"coded"')
morsel.update({'Comment': 'c', 'VERSION': 1})
print(morsel, repr(morsel), dict(morsel)['comment'], morsel == copy.copy(morsel), morsel == http.cookies.Morsel(), pickle.loads(pickle.dumps(morsel)) == morsel, morsel.isReservedKey('Path'), morsel.copy().key, morsel.setdefault('path', '/'))
attempt('reserved', morsel.set, 'path', 'x', 'x')
attempt('illegal', morsel.set, 'a b', 'x', 'x')
attempt('attribute', morsel.__setitem__, 'unknown', 1)
attempt('update', morsel.update, {'unknown': 1})
attempt('default', morsel.setdefault, 'unknown')
attempt('key', lambda: setattr(morsel, 'key', 'x'))
attempt('cookie key', cookie.__setitem__, 'a,b', 1)
attempt('base', lambda: http.cookies.BaseCookie({'a': 'b;c'}).output())
print(http.cookies._quote('plain'), http.cookies._quote('a b'), http.cookies._quote('\x00é'), http.cookies._unquote('"a\\"b\\073"'), http.cookies._unquote('"x'), http.cookies._unquote(None))


class Response:
    def __init__(self, *cookies):
        self.message = email.message.Message()
        for cookie in cookies:
            name = 'Set-Cookie2' if cookie.startswith('2:') else 'Set-Cookie'
            self.message[name] = cookie.removeprefix('2:')

    def info(self):
        return self.message


def visit(jar, url, *cookies):
    jar.extract_cookies(Response(*cookies), urllib.request.Request(url))
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    return request.get_header('Cookie'), request.get_header('Cookie2')


jar = http.cookiejar.CookieJar()
print(visit(jar, 'http://www.example.com/', 'a=1', 'b=2; path=/sub', 'c=3; domain=example.com', 'd=4; secure', 'e=5; max-age=0', 'f=6; expires=Sat, 01 Jan 2000 00:00:00 GMT', 'g="7 8"'))
for url in ('http://www.example.com/sub/x', 'https://www.example.com/', 'http://other.example.com/', 'http://example.com/', 'http://www.example.org/', 'http://localhost/'):
    print(url, visit(jar, url))
print(visit(jar, 'http://evil.com/', 'x=1; domain=example.com', 'y=2; domain=.com', 'z=3; path=/elsewhere', 'q=4; port="80"', '2:v="9"; Version=1'))
print(sorted((c.domain, c.path, c.name, c.value, c.secure, c.discard, c.domain_specified, c.port, c.version) for c in jar), len(jar))
one = next(c for c in jar if c.name == 'c')
print(str(one), one.is_expired(), one.has_nonstandard_attr('HttpOnly'), one.get_nonstandard_attr('none', 'd'), repr(one).startswith('Cookie(version=0'), one.is_expired(2**40))
jar.clear('www.example.com', '/', 'a')
attempt('clear', jar.clear, 'www.example.com', '/', 'nothing')
attempt('clear', jar.clear, None, '/')
jar.clear('.example.com')
jar.clear_session_cookies()
print(len(jar), repr(jar))
strict = http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(blocked_domains=['bad.com', '.worse.com'], strict_domain=True, strict_ns_domain=http.cookiejar.DefaultCookiePolicy.DomainStrict, rfc2965=True))
for url in ('http://bad.com/', 'http://a.worse.com/', 'http://good.com/', 'http://1.2.3.4/'):
    print(url, visit(strict, url, 'a=1', 'b=2; domain=1.2.3.4', '2:n="v"; Version="1"; Path="/"; Port'))
policy = strict._policy
print(policy.is_blocked('x.worse.com'), policy.blocked_domains(), policy.allowed_domains(), policy.set_allowed_domains(['a.com']), policy.is_not_allowed('b.com'), policy.allowed_domains())

for kind in (http.cookiejar.LWPCookieJar, http.cookiejar.MozillaCookieJar):
    stored = kind('jar.txt')
    visit(stored, 'http://example.com/p/q', 'keep=1; max-age=9999999', 'session=2', 'old=3; expires=Sat, 01 Jan 2000 00:00:00 GMT', 'spaced="a b"; max-age=9999999; path=/p; httponly')
    stored.save(ignore_discard=True)
    again = kind()
    again.load('jar.txt', ignore_discard=True)
    print(kind.__name__, open('jar.txt').readline().strip(), sorted((c.name, c.value, c.path, c.discard) for c in again))
    again.revert('jar.txt')
    print(sorted(c.name for c in again))
    attempt('no name', kind().save)
    open('bad.txt', 'w').write('nonsense\n')
    attempt('bad', again.load, 'bad.txt')
for text in ('Wed, 09 Feb 1994 22:23:32 GMT', '1994-02-09 22:23:32', '09 Feb 94', 'Feb  3  1994', '03/Feb/1994:00:00:00 +0100', '19940203T141529Z', 'nonsense', '32 Jan 2000', ''):
    print(repr(text), http.cookiejar.http2time(text), http.cookiejar.iso2time(text))
print(http.cookiejar.time2isoz(0), http.cookiejar.time2netscape(0), http.cookiejar.split_header_words(['a="b, c"; d, e=f']), http.cookiejar.join_header_words([[('a', 'b c'), ('d', None)], [('e', 'f')]]), http.cookiejar.parse_ns_headers(['a=b; expires=Wed, 09 Feb 1994 22:23:32 GMT; secure']))
print(http.HTTPStatus(404), repr(http.HTTPStatus.NOT_FOUND), http.HTTPStatus.OK.phrase, http.HTTPStatus.IM_A_TEAPOT.description, http.HTTPStatus['CREATED'] + 0, http.HTTPMethod.GET, repr(http.HTTPMethod.PATCH), http.HTTPMethod.PUT.description)
attempt('status', http.HTTPStatus, 999)
