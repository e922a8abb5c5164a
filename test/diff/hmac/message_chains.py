# Programs built on hmac: a log that shows tampering, a ratchet of keys, a pseudo-random generator, capability tokens that are narrowed.
import hashlib
import hmac
import json


class Log:
    """Each entry's code covers the one before, so that none can be changed or left out."""

    def __init__(self, key):
        self.key, self.entries = key, []

    def code(self, previous, entry):
        return hmac.new(self.key, previous.encode() + json.dumps(entry, sort_keys=True).encode(), 'sha256').hexdigest()[:24]

    def add(self, **entry):
        previous = self.entries[-1][1] if self.entries else ''
        self.entries.append((entry, self.code(previous, entry)))

    def broken(self):
        previous = ''
        for number, (entry, code) in enumerate(self.entries):
            if not hmac.compare_digest(code, self.code(previous, entry)):
                return number
            previous = code
        return None


log = Log(b'audit')
for user, action in (('ada', 'login'), ('bob', 'read'), ('ada', 'löschen'), ('eve', 'logout')):
    log.add(user=user, action=action, size=len(action))
print(*log.entries, sep='\n')
print(log.broken())
entries = list(log.entries)
for change in (lambda e: e[1][0].update(user='eve'), lambda e: e.pop(2), lambda e: e.insert(0, e[1]), lambda e: e.reverse()):
    log.entries = [(dict(entry), code) for entry, code in entries]
    change(log.entries)
    print(log.broken(), end=' ')
print()


class Ratchet:
    def __init__(self, key):
        self.key = key

    def step(self):
        message, self.key = hmac.digest(self.key, b'\1', hashlib.sha256), hmac.digest(self.key, b'\2', hashlib.sha256)
        return message


sender, receiver = Ratchet(b'shared' * 6), Ratchet(b'shared' * 6)
for text in ('first', 'second', 'third'):
    key = sender.step()
    stream = hashlib.shake_128(key).digest(len(text))
    hidden = bytes(a ^ b for a, b in zip(stream, text.encode()))
    tag = hmac.digest(key, hidden, 'sha1').hex()[:12]
    other = receiver.step()
    shown = bytes(a ^ b for a, b in zip(hashlib.shake_128(other).digest(len(hidden)), hidden)).decode()
    print(hidden.hex(), tag, shown, hmac.compare_digest(tag, hmac.digest(other, hidden, 'sha1').hex()[:12]))


class Generator:
    """The generator of NIST's SP 800-90A on HMAC, without reseeding."""

    def __init__(self, seed, digest='sha256'):
        self.digest = digest
        size = hashlib.new(digest).digest_size
        self.key, self.value = bytes(size), b'\1' * size
        self.mix(seed)

    def hmac(self, data):
        return hmac.new(self.key, data, self.digest).digest()

    def mix(self, data=b''):
        for mark in (b'\0', b'\1'):
            self.key = self.hmac(self.value + mark + data)
            self.value = self.hmac(self.value)
            if not data:
                break

    def take(self, size):
        out = b''
        while len(out) < size:
            self.value = self.hmac(self.value)
            out += self.value
        self.mix()
        return out[:size]

    def below(self, limit):
        size = (limit.bit_length() + 7) // 8
        while (number := int.from_bytes(self.take(size), 'big') >> (8 * size - limit.bit_length())) >= limit:
            pass
        return number


for digest in ('sha256', 'sha1', 'sha512'):
    generator = Generator(b'seed', digest)
    print(digest, generator.take(16).hex(), [generator.below(100) for _ in range(8)], generator.below(2 ** 70))


class Token:
    """A macaroon: anybody can add conditions, nobody can take one off."""

    def __init__(self, identifier, signature, conditions=()):
        self.identifier, self.signature, self.conditions = identifier, signature, tuple(conditions)

    @classmethod
    def mint(cls, key, identifier):
        return cls(identifier, hmac.digest(key, identifier.encode(), 'md5'))

    def narrow(self, condition):
        return Token(self.identifier, hmac.digest(self.signature, condition.encode(), 'md5'), self.conditions + (condition,))

    def check(self, key, **facts):
        signature = hmac.digest(key, self.identifier.encode(), 'md5')
        for condition in self.conditions:
            name, operator, value = condition.split(' ')
            fact = str(facts.get(name))
            if not {'=': fact == value, '<': fact.isdigit() and int(fact) < int(value)}[operator]:
                return f'{condition} does not hold'
            signature = hmac.digest(signature, condition.encode(), 'md5')
        return 'granted' if hmac.compare_digest(signature, self.signature) else 'forged'


token = Token.mint(b'root', 'document 17')
narrow = token.narrow('user = ada').narrow('time < 500')
print(token.signature.hex(), narrow.signature.hex(), narrow.conditions)
for candidate, facts in ((token, {}), (narrow, {'user': 'ada', 'time': 499}), (narrow, {'user': 'ada', 'time': 500}), (narrow, {'user': 'eve', 'time': 1}), (Token(narrow.identifier, narrow.signature, narrow.conditions[:1]), {'user': 'ada'}), (Token('document 18', token.signature), {})):
    print(candidate.check(b'root', **facts), end='; ')
print(token.check(b'other'))
