# Data in texts as programs keep it: data URLs, tokens without padding, basic authentication, chunks of a stream, ascii85 of PDF.
import base64
import binascii
import re
from collections import Counter

URL = re.compile(r'data:(?P<type>[\w/+.-]*)(?P<options>(?:;[\w=-]+)*?)(?P<base64>;base64)?,(?P<data>.*)', re.DOTALL)


def make_url(data, kind='text/plain', **options):
    return f"data:{kind}{''.join(f';{name}={value}' for name, value in options.items())};base64,{base64.b64encode(data).decode('ascii')}"


def read_url(url):
    match = URL.fullmatch(url)
    if not match:
        raise ValueError(f'not a data URL: {url[:20]!r}')
    data = match['data']
    return match['type'] or 'text/plain', match['options'], base64.b64decode(data, validate=True) if match['base64'] else data.encode()


for data, options in ((b'', {}), ('grüße'.encode(), {'charset': 'utf-8'}), (bytes(range(0, 256, 17)), {})):
    url = make_url(data, **options)
    print(url, read_url(url), read_url(url)[2] == data)
for url in ('data:,plain', 'data:text/html;base64,PGI+', 'data:;base64,PGI', 'data:;base64,PG I+', 'http://x', 'data:;base64,PGI-'):
    try:
        print(read_url(url))
    except ValueError as error:
        print(url, type(error).__name__, error)


def token(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def untoken(text):
    return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))


for size in range(7):
    data = bytes((251 * (n + 1)) % 256 for n in range(size))
    print(size, token(data), untoken(token(data)) == data, base64.b32encode(data).decode().rstrip('='), base64.b16encode(data), base64.b85encode(data), base64.a85encode(data, adobe=True))


def authorization(user, password):
    return 'Basic ' + base64.standard_b64encode(f'{user}:{password}'.encode('utf-8')).decode()


def credentials(header):
    scheme, _, text = header.partition(' ')
    if scheme.lower() != 'basic':
        return f'scheme {scheme!r}'
    try:
        user, separator, password = base64.b64decode(text).decode('utf-8').partition(':')
    except (binascii.Error, UnicodeDecodeError) as error:
        return f'{type(error).__name__}: {error}'
    return (user, password) if separator else 'no colon'


for header in (authorization('Aladdin', 'open sesame'), authorization('ü', 'p:w'), 'Basic', 'basic QQ==', 'Basic /////w==', 'Basic QQ', 'Bearer x', 'Basic ?????'):
    print(header, credentials(header))


class Decoder:
    def __init__(self):
        self.rest = b''

    def feed(self, chunk):
        data = self.rest + chunk.translate(None, b' \r\n\t')
        cut = len(data) - len(data) % 4
        self.rest = data[cut:]
        return base64.b64decode(data[:cut])


payload = bytes(n * n % 251 for n in range(300))
encoded = base64.encodebytes(payload)
print(encoded.count(b'\n'), len(encoded), Counter(map(len, encoded.splitlines())))
for size in (1, 5, 64, 77):
    decoder = Decoder()
    print(size, b''.join(decoder.feed(encoded[n:n + size]) for n in range(0, len(encoded), size)) == payload, decoder.rest)
for width in (0, 1, 2, 20, 79):
    text = base64.a85encode(payload[:60], wrapcol=width, adobe=True)
    print(width, text[:50], len(text), base64.a85decode(text, adobe=True) == payload[:60])
print(base64.a85encode(bytes(12) + b'    ' + bytes(3)), base64.a85encode(bytes(12) + b'    ', foldspaces=True), base64.a85decode(b'zzy', foldspaces=True), base64.b85encode(bytes(4)), base64.a85decode(' z \n z\v', ignorechars=b' \n\v'))
for name in ('b64encode', 'urlsafe_b64encode', 'b32encode', 'b32hexencode', 'b16encode', 'a85encode', 'b85encode', 'encodebytes'):
    function = getattr(base64, name)
    results = []
    for value in (bytearray(b'ab\xff'), memoryview(b'ab\xff'), memoryview(b'a1b1c1')[::2], 'text', 5, None):
        try:
            results.append(function(value))
        except Exception as error:
            results.append(f'{type(error).__name__}: {error}')
    print(name, results)
