"""urllib.parse over odd input: every special scheme, ports and brackets, results' methods and subclasses, quoting tables, queries' separators, robotparser, errors."""
# difftest: no-wasi (urllib.robotparser imports sockets)
import pickle
import urllib.parse
import urllib.robotparser
from urllib.parse import *


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(sorted(urllib.parse.__all__))
for url in ('http:///path', 'http:path', 'http://', 'http:/', 'file:', 'file:///', 'sip:user@host;p=1?h=2', 'rtsp://h/x;y', 'svn+ssh://u@h/p', 'data:,x#y', 'javascript:a?b', 'ws://h?q#f', 'http://h;p/a;b/c;d', 'ftp://h/a;type=i', 'HtTp://UsEr@HoSt/PaTh', 'a.b-c+d:e', '1a:b', 'a_b:c', ':x', '://h', '///x', '////h/x', 'http://[::1]', 'http://[::1%eth0]:80/', 'http://u:p@[1:2::3]:99/', 'http://a:b:c@h', 'http://h:', 'http://h:08', 'http://h:65536', 'http://h:+1', 'http://h:1 ', 'http://h: 1', 'http://@h', 'http://:@h', 'http://u@:80', '\x00http://h', 'http://h/\r\n\tx', 'x?a?b', 'x#a#b', 'x?#', 'x?', 'x#', 'http://[fe80::1', 'http://h]/', 'http://[a]b/', 'http://h\uff0fx/', 'http://h\u2488/'):
    try:
        split, parsed = urlsplit(url), urlparse(url, 'dflt', False)
    except ValueError as error:
        print(ascii(url), ascii(str(error)))
        continue
    parts = []
    for name in ('username', 'password', 'hostname', 'port'):
        try:
            parts.append(getattr(split, name))
        except ValueError as error:
            parts.append(str(error))
    print(ascii(url), tuple(split), parts, split.geturl(), tuple(parsed))
for base, relative in (('', ''), ('http://a/b', ''), ('a', 'b'), ('http://a', 'b'), ('http://a?x', 'b'), ('http://a/b/', '../../../c'), ('http://a/b/c/', '.'), ('http://a/b/c', '..'), ('http://a/b;p', '?q'), ('mailto:x', 'y'), ('http://a/b', 'https:c'), ('http://a/b', 'http:c'), ('http://a/b', '//c/d/../e'), ('file:///a/b', 'c'), ('http://a/b//c', 'd'), ('http://a/./b', 'c/./d'), ('svn://h/a', 'b'), ('s3://b/k/l', 'm'), ('/a/b', '../c'), ('a/b/c', '../../..'), ('http://a/b?q#f', '#g'), ('http://a/b', '///c'), ('http://h/a/..', 'x'), ('http:', 'x')):
    print((base, relative), urljoin(base, relative), urljoin(base.encode(), relative.encode()))

for result in (urlsplit('http://u:p@h:1/a?b#c'), urlparse('http://u:p@h:1/a;x?b#c'), urldefrag('u#f')):
    print(result, result._fields, result._replace(**{result._fields[-1]: 'new'}).geturl(), result.encode(), result.encode().decode() == result, pickle.loads(pickle.dumps(result)) == result, result.count('u') if False else len(result), type(result).__mro__[1:4])
attempt('decode', lambda: urlsplit('x').decode())
attempt('encode', lambda: urlsplit(b'x').encode())
attempt('short', SplitResult, 'a', 'b')
print(SplitResult('http', 'h', '/p', 'q', 'f') == ('http', 'h', '/p', 'q', 'f'), ParseResult('', '', 'p', 'x', '', '').geturl(), DefragResult('a', '').geturl(), SplitResultBytes(b'a', b'h', b'', b'', b'').geturl(), urlunsplit(['', '', 'a:b', '', '']), urlunsplit(('x', '', '//y', '', '')), urlunparse(('http', '', '/p', '', '', '')))

letters = ''.join(map(chr, range(32, 127)))
print(quote(letters), quote(letters, safe=''), quote(letters, safe=letters) == letters, quote_plus(letters), sep='\n')
print(quote('ß/ü', encoding='latin-1'), quote('\udcff', errors='surrogateescape'), quote('語', 'é'), quote(b'\x80\xff', safe=b'/'), quote(bytearray(b'a b')), quote_plus(b' +'), quote_plus('a b', 'b'), quote_from_bytes(b'~-_.'), quote('', ''))
attempt('safe', quote, 'x', 5)
attempt('none', quote, None)
attempt('encoding', quote, 'é', encoding='ascii')
attempt('errors', quote, 'é', encoding='ascii', errors='replace')
attempt('bytes', quote, b'x', errors='strict')
for text in ('%', '%%', '%4', '%41', '%4g', '%g1', '%C3%A9', '%c3%a', '%FF', '%e4%bd%a0%E5', 'ü%41é%42', '%00', '+', '%2B', 'a%', '%ED%A0%80'):
    print(text, ascii(unquote(text)), unquote_to_bytes(text), ascii(unquote(text, 'latin-1')), ascii(unquote(text, errors='ignore')), ascii(unquote_plus(text)), unquote(text.encode('latin-1') if text.isascii() else b''))
attempt('strict', unquote, '%FF', errors='strict')
attempt('none', unquote, None)
attempt('none', unquote_plus, None)

for query in ('', '&', '=', 'a', 'a=', '=b', 'a=b=c', 'a&b', 'a=1&&b=2', 'a=1;b=2', '%61=%62', 'a+b=c+d', 'a=%zz', 'é=ü', 'a=1&a=2&A=3', 'a=%ff'):
    print(repr(query), parse_qsl(query), parse_qsl(query, True), parse_qs(query, keep_blank_values=True), parse_qsl(query, separator=';'), ascii(parse_qsl(query, encoding='latin-1')))
    attempt('  strict', parse_qs, query, strict_parsing=True)
print(parse_qsl('a=1&b=2', max_num_fields=2), parse_qsl(None) if False else parse_qsl(''), parse_qs('x=1', encoding='ascii', errors='strict'))
attempt('fields', parse_qsl, 'a&b&c', max_num_fields=2)
attempt('separator', parse_qsl, 'a', separator=5)
attempt('separator', parse_qsl, b'a', separator='')
attempt('strict', parse_qsl, 'a=%ff', errors='strict')
attempt('bytes', parse_qsl, b'a=%FF&b=c')
attempt('bytes', parse_qsl, b'a=%41&b=c')
for data in ({}, {'a': None, 1: True, 'f': 1.5}, [('a', 'x y'), (b'b', 'é')], {'l': [1, 'a b'], 't': ()}, ((1, 2),), {'n': {'x': 1}}):
    print(urlencode(data), urlencode(data, doseq=True), urlencode(data, quote_via=quote), urlencode(data, safe='[],'))
attempt('encode', urlencode, [(1,)])
attempt('encode', urlencode, 'text')
attempt('encode', urlencode, {'é': 'x'}, encoding='ascii')
attempt('join', urljoin, 'a', 5)
attempt('split', urlsplit, None)
attempt('split', urlsplit, 'x', b'y')
attempt('defrag', urldefrag, 5)

robots = urllib.robotparser.RobotFileParser('http://h/robots.txt')
print(robots.mtime(), robots.can_fetch('any', 'http://h/'))
robots.parse('''User-agent: *
Disallow: /private/   # comment
Allow: /private/open
Crawl-delay: 5
Request-rate: 3/10

User-agent: Nice
User-agent: Kind
Disallow:
Sitemap: http://h/map.xml

User-agent: bad
Disallow: /
Crawl-delay: x
Request-rate: 9/x'''.splitlines())
for agent in ('any', 'Nice/1.0', 'kind', 'bad', ''):
    print(agent, [robots.can_fetch(agent, url) for url in ('/', '/private/x', '/private/open/y', 'http://h/private/?q=1', '/%70rivate/')], robots.crawl_delay(agent), robots.request_rate(agent))
print(robots.site_maps(), str(robots).splitlines()[:4], robots.mtime() > 0, robots.modified())
