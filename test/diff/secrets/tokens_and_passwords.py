# Programs that use secrets: passwords by rules, tokens of every form, passphrases, one-time codes; checked by their shape.
import base64
import math
import re
import secrets
import string
from collections import Counter

print(secrets.__all__, secrets.DEFAULT_ENTROPY)
for size in (None, 0, 1, 5, 16, 33):
    data, text, url = secrets.token_bytes(size), secrets.token_hex(size), secrets.token_urlsafe(size)
    expected = 32 if size is None else size
    print(size, type(data).__name__, len(data) == expected, len(text) == 2 * expected, set(text) <= set('0123456789abcdef'), len(url) == math.ceil(expected * 4 / 3), re.fullmatch('[-_0-9A-Za-z]*', url) is not None, len(base64.urlsafe_b64decode(url + '=' * (-len(url) % 4))) == expected)
print(len({secrets.token_hex() for _ in range(100)}), len({secrets.token_bytes(8) for _ in range(100)}))
ALPHABET = string.ascii_letters + string.digits


def password(length, digits=1, special='!@#'):
    while True:
        text = ''.join(secrets.choice(ALPHABET + special) for _ in range(length))
        if sum(c.isdigit() for c in text) >= digits and any(c.islower() for c in text) and any(c.isupper() for c in text) and (not special or any(c in special for c in text)):
            return text


for length, digits, special in ((8, 1, '!'), (12, 3, '!@#'), (20, 0, '')):
    made = [password(length, digits, special) for _ in range(10)]
    print(length, {len(text) for text in made}, len(set(made)), all(set(text) <= set(ALPHABET + special) for text in made), min(sum(c.isdigit() for c in text) for text in made) >= digits)
WORDS = 'anchor basket candle dragon ember forest garnet harbor island jungle'.split()
phrases = {' '.join(secrets.choice(WORDS) for _ in range(12)) for _ in range(20)}
print(len(phrases), all(len(phrase.split()) == 12 and set(phrase.split()) <= set(WORDS) for phrase in phrases))
print(all(0 <= secrets.randbelow(n) < n for n in (1, 2, 10, 2 ** 70) for _ in range(20)), secrets.randbelow(1), all(0 <= secrets.randbits(k) < 2 ** k for k in (0, 1, 8, 200) for _ in range(10)), secrets.randbits(0))
counts = Counter(secrets.randbelow(4) for _ in range(400))
print(sorted(counts), all(20 < count < 200 for count in counts.values()))


class Codes:
    def __init__(self):
        self.codes = {}

    def issue(self, user):
        code = f'{secrets.randbelow(10 ** 6):06}'
        self.codes[user] = code
        return code

    def check(self, user, code):
        return secrets.compare_digest(self.codes.pop(user, '-' * 6), code)


codes = Codes()
code = codes.issue('ada')
print(len(code), code.isdigit(), codes.check('ada', code), codes.check('ada', code), codes.check('bob', '000000'))
for left, right in (('abc', 'abc'), ('abc', 'abd'), ('abc', 'ab'), (b'abc', b'abc'), (b'', b''), (bytearray(b'a'), b'a')):
    print(left, secrets.compare_digest(left, right), end='; ')
print()
random = secrets.SystemRandom()
deck = list(range(52))
random.shuffle(deck)
print(sorted(deck) == list(range(52)), sorted(random.sample(range(10), 10)) == list(range(10)), 0 <= random.random() < 1, random.choice([7]), type(random).__name__, 1 <= random.randint(1, 6) <= 6)
for call in (lambda: secrets.randbelow(0), lambda: secrets.randbelow(-5), lambda: secrets.randbits(-1), lambda: secrets.choice([]), lambda: secrets.choice(5), lambda: secrets.token_bytes(-1), lambda: secrets.token_hex('x'), lambda: secrets.token_urlsafe(1.5), lambda: secrets.compare_digest('é', 'é'), lambda: secrets.compare_digest('a', b'a'), lambda: secrets.compare_digest('a', None), lambda: secrets.randbelow(), lambda: secrets.SystemRandom().getstate(), lambda: secrets.choice({1, 2}), lambda: secrets.choice(iter('ab'))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
