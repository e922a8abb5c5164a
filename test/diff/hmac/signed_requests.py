# Requests signed as web services ask for it: a canonical text, keys derived by day, webhooks with times, one-time passwords, HKDF.
import base64
import hashlib
import hmac
import json
import struct


def sign(key, message, digest='sha256'):
    return hmac.new(key, message.encode(), digest).digest()


def canonical(method, path, query, headers, body):
    names = sorted(name.lower() for name in headers)
    lowered = {name.lower(): ' '.join(str(value).split()) for name, value in headers.items()}
    return '\n'.join([method, path, '&'.join(f'{name}={query[name]}' for name in sorted(query))] + [f'{name}:{lowered[name]}' for name in names] + ['', ';'.join(names), hashlib.sha256(body).hexdigest()])


def authorize(secret, date, region, service, request):
    key = b'AWS4' + secret
    for part in (date, region, service, 'aws4_request'):
        key = sign(key, part)
    text = '\n'.join(['AWS4-HMAC-SHA256', f'{date}T000000Z', f'{date}/{region}/{service}/aws4_request', hashlib.sha256(canonical(*request).encode()).hexdigest()])
    return hmac.new(key, text.encode(), 'sha256').hexdigest()


request = ('GET', '/items', {'b': '2', 'a': '1'}, {'Host': 'example.org', 'X-Date': ' 20240229   x '}, b'')
print(canonical(*request))
print(authorize(b'secret', '20240229', 'eu-north-1', 's3', request), authorize(b'secret', '20240301', 'eu-north-1', 's3', request))


def webhook_header(secret, payload, moment):
    signature = hmac.new(secret, f'{moment}.'.encode() + payload, hashlib.sha256).hexdigest()
    return f't={moment},v1={signature},v0=old'


def check_webhook(secret, payload, header, now, tolerance=300):
    fields = {}
    for part in header.split(','):
        name, _, value = part.partition('=')
        fields.setdefault(name, []).append(value)
    if 't' not in fields or 'v1' not in fields:
        return 'malformed'
    moment = int(fields['t'][0])
    expected = hmac.new(secret, f'{moment}.'.encode() + payload, hashlib.sha256).hexdigest()
    if not any(hmac.compare_digest(expected, given) for given in fields['v1']):
        return 'forged'
    return 'late' if now - moment > tolerance else 'accepted'


payload = json.dumps({'event': 'paid', 'amount': 12.5, 'name': 'Ünal'}, separators=(',', ':')).encode()
header = webhook_header(b'whsec', payload, 1000)
print(header)
print(check_webhook(b'whsec', payload, header, 1100), check_webhook(b'whsec', payload + b' ', header, 1100), check_webhook(b'other', payload, header, 1100), check_webhook(b'whsec', payload, header, 2000), check_webhook(b'whsec', payload, 'v1=x', 0), check_webhook(b'whsec', payload, 'v1=bad,' + header, 1100))


def hotp(key, counter, digits=6, digest='sha1'):
    mac = hmac.digest(key, struct.pack('>Q', counter), digest)
    offset = mac[-1] & 15
    return f'{(struct.unpack_from(">I", mac, offset)[0] & 0x7fffffff) % 10 ** digits:0{digits}}'


print([hotp(b'12345678901234567890', n) for n in range(10)])
for moment in (59, 1111111109, 1234567890, 20000000000):
    print(moment, hotp(b'12345678901234567890', moment // 30, 8), hotp(b'12345678901234567890123456789012', moment // 30, 8, 'sha256'), hotp(base64.b32decode('GEZDGNBVGY3TQOJQ'), moment // 30))


def hkdf(key, salt=b'', info=b'', length=32, digest=hashlib.sha256):
    size = digest().digest_size
    prk = hmac.new(salt or bytes(size), key, digest).digest()
    okm = block = b''
    for counter in range(1, -(-length // size) + 1):
        block = hmac.new(prk, block + info + bytes([counter]), digest).digest()
        okm += block
    return okm[:length]


print(hkdf(b'\x0b' * 22, bytes(range(13)), bytes(range(0xf0, 0xfa)), 42).hex(), hkdf(b'key', length=5).hex(), hkdf(b'key', digest=hashlib.sha512, length=100)[-8:].hex(), sep='\n')


def jwt(payload, key, algorithm='HS256'):
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b'=')
    text = part(json.dumps({'alg': algorithm, 'typ': 'JWT'}, separators=(',', ':')).encode()) + b'.' + part(json.dumps(payload, separators=(',', ':')).encode())
    return (text + b'.' + part(hmac.digest(key, text, 'sha' + algorithm[2:]))).decode()


for algorithm in ('HS256', 'HS384', 'HS512'):
    print(jwt({'sub': '1234567890', 'name': 'John Doe', 'iat': 1516239022}, b'your-256-bit-secret', algorithm))
