# urllib.parse: splitting, joining, quoting, queries, results as tuples, bytes, errors.
from urllib.parse import *

for url in ('http://user:pa%20ss@Host.com:8080/a/b;p?q=1&r=2#frag', 'https://[::1]:443/x', 'mailto:a@b.c', '//net/path', 'path/only', '', '?q', '#f', 'http://h', 'HTTP://H/', 'file:///etc/x', 'http://h:/', 'a:b:c', 'http://h/a;b;c?d', 'x-y+z.1://q', '1x://q', 'http://h\n/a\tb', ' http://sp/', 'http://a@b@c/', 'tel:+1-2', 'http://h:99999/', 'http://h:x/'):
    s, p = urlsplit(url), urlparse(url)
    try:
        print(repr(url), tuple(s), p.params, s.hostname, s.username, s.password, s.port, s.geturl() == url, p.geturl())
    except ValueError as error:
        print(repr(url), tuple(s), error)
for bad in ('http://[::1', 'http://::1]', 'http://[v1.x]/', 'http://h\u2100/'):
    try:
        print(urlsplit(bad))
    except ValueError as error:
        print(ascii(bad), ascii(error))
base = 'http://a/b/c/d;p?q'
for relative in ('g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', 'g;x', '', '.', './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', '/../g', 'g.', '..g', './../g', 'g/../h', 'g;x=1/../y', 'http:g', 'mailto:x@y'):
    print(relative, urljoin(base, relative), end='; ')
print(urljoin('', 'x'), urljoin('x', ''), urljoin('http://h', 'x', allow_fragments=False), urljoin('http://h/a/b#f', '#g', False))
print(quote('a b/é~&=+'), quote('a/b', safe=''), quote(b'\xff a'), quote('é', encoding='latin-1'), quote_plus('a b/&'), quote_plus('a b', safe=' '), quote('é', safe='é'), quote('', safe='x'), quote_from_bytes(b'a b\x00'), quote('\ud800', errors='replace'))
print(unquote('a%20b%C3%A9%zz%'), unquote('%E9', encoding='latin-1'), unquote('%ff', errors='strict') if False else '', ascii(unquote('%ff')), unquote_plus('a+b%2B'), unquote_to_bytes('a%20%ff'), unquote(b'a%20b'), unquote_to_bytes(b'%41'), unquote('%u1234 %4'))
print(parse_qs('a=1&a=2&b=&c'), parse_qs('a=1&b=', keep_blank_values=True), parse_qsl('a=1;b=2', separator=';'), parse_qsl('x=%20y+z&=q&w'), parse_qs(b'a=%41&b=1'), parse_qsl('a=1&b=2', max_num_fields=5))
print(urlencode({'a': 1, 'b': 'x y', 'c': b'\xff', 'd': [1, 2]}), urlencode([('a', [1, 'é']), ('b', 'z')], doseq=True), urlencode({'k': 'a b'}, quote_via=quote), urlencode({'k': '/é'}, safe='/', encoding='latin-1'), urlencode({'e': []}, doseq=True), urlencode([]), urlencode({'s': 'ab'}, True))
print(urlunsplit(('http', 'h', 'p', 'q', 'f')), urlunparse(('', 'h', '/p', 'x', '', '')), urlunsplit(('', '', '//p', '', '')), urldefrag('http://h/p#f'), urldefrag('x').fragment, urldefrag('http://h/#a').geturl())
s = urlsplit('http://h:1/p?q#f')
print(s, s._replace(scheme='ftp', netloc='x'), s[1], s == tuple(s), urlsplit(b'http://h/p').encode() if False else urlsplit(b'http://h/p'), urlsplit('http://h').encode(), urlsplit(b'x').decode(), SplitResult('a', 'b', 'c', 'd', 'e').geturl(), urlparse('//h/p', scheme='ws').scheme, urlsplit('a#b', allow_fragments=False))
for call in (lambda: urljoin('a', b'b'), lambda: urlsplit(5), lambda: quote(5), lambda: quote(b'x', encoding='utf-8'), lambda: urlencode(5), lambda: urlencode([1]), lambda: parse_qsl('a', strict_parsing=True), lambda: parse_qsl('a=1', separator=''), lambda: parse_qs('a=1&b=2&c=3', max_num_fields=2), lambda: unquote(5), lambda: quote_from_bytes('x'), lambda: urlunsplit(('a', b'b', '', '', '')),
             lambda: parse_qs('%', strict_parsing=True), lambda: urlencode('ab'), lambda: urlsplit('http://h:-1').port, lambda: unquote_to_bytes(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
