# A web application's sessions as secrets and hmac make them: signed cookies, forms protected against forgery, reset links that expire.
import base64
import hashlib
import hmac
import json
import secrets


class Signer:
    def __init__(self, key, salt='cookie'):
        self.key = hashlib.sha256(salt.encode() + key).digest()

    def signature(self, value):
        return base64.urlsafe_b64encode(hmac.new(self.key, value, hashlib.sha1).digest()).rstrip(b'=')

    def sign(self, value):
        return value + b'.' + self.signature(value)

    def unsign(self, signed):
        value, separator, signature = signed.rpartition(b'.')
        if not separator:
            raise ValueError('no signature')
        if not secrets.compare_digest(signature, self.signature(value)):
            raise ValueError('bad signature')
        return value


class Sessions:
    def __init__(self, key, now, token=secrets.token_urlsafe):
        self.signer, self.now, self.token, self.revoked = Signer(key), now, token, set()

    def start(self, user, **data):
        payload = {'user': user, 'id': self.token(8), 'at': self.now(), **data}
        return self.signer.sign(base64.urlsafe_b64encode(json.dumps(payload, sort_keys=True).encode())).decode()

    def load(self, cookie, lifetime=3600):
        payload = json.loads(base64.urlsafe_b64decode(self.signer.unsign(cookie.encode())))
        if self.now() - payload['at'] > lifetime:
            raise ValueError(f'expired {self.now() - payload["at"] - lifetime} s ago')
        if payload['id'] in self.revoked:
            raise ValueError('revoked')
        return payload


clock = [1_000_000]
numbers = iter(range(100))
sessions = Sessions(b'server key', lambda: clock[0], lambda size: f'token{next(numbers):0{size}}')
cookie = sessions.start('ada', roles=['admin', 'ü'])
print(cookie)
print(sessions.load(cookie))
for name, broken in {'cut': cookie[:-1], 'changed': 'x' + cookie[1:], 'unsigned': cookie.split('.')[0], 'other key': Sessions(b'other', lambda: 0).start('eve'), 'empty': '', 'dot': '.'}.items():
    try:
        print(name, sessions.load(broken))
    except ValueError as error:
        print(name, type(error).__name__, error)
clock[0] += 3601
for lifetime in (3600, 4000):
    try:
        print(sessions.load(cookie, lifetime)['user'])
    except ValueError as error:
        print(error)
sessions.revoked.add(sessions.load(cookie, 4000)['id'])
try:
    sessions.load(cookie, 4000)
except ValueError as error:
    print(error)


def mask(token, pad=None):
    """A form's token that differs each time but stands for the same secret."""
    pad = pad or secrets.token_bytes(len(token))
    return base64.b64encode(pad + bytes(a ^ b for a, b in zip(pad, token))).decode()


def unmask(text):
    data = base64.b64decode(text, validate=True)
    half = len(data) // 2
    return bytes(a ^ b for a, b in zip(data[:half], data[half:]))


token = bytes(range(16))
print(mask(token, b'\x5a' * 16), unmask(mask(token, b'\x5a' * 16)) == token, len({mask(token) for _ in range(20)}), all(unmask(mask(token)) == token for _ in range(20)))
real = Sessions(secrets.token_bytes(), lambda: 5)
cookies = {real.start('user') for _ in range(10)}
print(len(cookies), {real.load(text)['user'] for text in cookies}, all(len(real.load(text)['id']) == 11 for text in cookies))


def reset_link(user, password_hash, expires, key=b'reset'):
    message = f'{user}|{password_hash}|{expires}'.encode()
    return f'/reset?u={user}&e={expires}&t={hmac.digest(key, message, "sha256").hex()[:32]}'


def check_link(link, hashes, now):
    fields = dict(part.split('=') for part in link.partition('?')[2].split('&'))
    if int(fields['e']) < now:
        return 'expired'
    good = reset_link(fields['u'], hashes.get(fields['u'], ''), fields['e'])
    return 'valid' if secrets.compare_digest(good, link) else 'invalid'


hashes = {'ada': hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex()}
link = reset_link('ada', hashes['ada'], 500)
print(link, check_link(link, hashes, 400), check_link(link, hashes, 501), check_link(link.replace('ada', 'eve'), hashes, 400), check_link(link, {'ada': 'changed'}, 400))
