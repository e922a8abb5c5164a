# Each encoding done by hand from its definition and compared with the module; every single wrong character, every cut.
import base64
import binascii
import random
import string

B64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + '+/'
B32 = string.ascii_uppercase + '234567'
B85 = string.digits + string.ascii_uppercase + string.ascii_lowercase + '!#$%&()*+-;<=>?@^_`{|}~'


def by_bits(data, alphabet, bits, quantum):
    number = ''.join(f'{byte:08b}' for byte in data)
    number += '0' * (-len(number) % bits)
    text = ''.join(alphabet[int(number[n:n + bits], 2)] for n in range(0, len(number), bits))
    return (text + '=' * (-len(text) % quantum)).encode()


def by_85(data, alphabet):
    out = ''
    for start in range(0, len(data), 4):
        block = data[start:start + 4]
        number = int.from_bytes(block.ljust(4, b'\0'), 'big')
        digits = [alphabet[number // 85 ** power % 85] for power in range(4, -1, -1)]
        out += ''.join(digits[:len(block) + 1])
    return out.encode()


random.seed(85)
for round in range(40):
    data = random.randbytes(round)
    assert by_bits(data, B64, 6, 4) == base64.b64encode(data) == binascii.b2a_base64(data, newline=False)
    assert by_bits(data, B32, 5, 8) == base64.b32encode(data)
    assert by_bits(data, string.digits + string.ascii_uppercase[:22], 5, 8) == base64.b32hexencode(data)
    assert by_bits(data, '0123456789ABCDEF', 4, 2) == base64.b16encode(data)
    assert by_85(data, B85) == base64.b85encode(data)
    assert by_85(data, ''.join(map(chr, range(33, 118)))).replace(b'!!!!!', b'z') == base64.a85encode(data) or b'z' in base64.a85encode(data)
    for name in ('b64', 'b32', 'b32hex', 'b16', 'a85', 'b85', 'urlsafe_b64'):
        encoded = getattr(base64, name + 'encode')(data)
        assert getattr(base64, name + 'decode')(encoded) == data
        assert getattr(base64, name + 'decode')(encoded.decode()) == data
        assert getattr(base64, name + 'decode')(bytearray(encoded)) == data
print('round trips hold')


def outcome(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


SAMPLES = {'b64': b'aGVsbG8gd29ybGQ=', 'b32': b'NBSWY3DPEB3W64TMMQ======', 'b32hex': b'D1IMOR3F41RMUSJCCG======', 'b16': b'68656C6C6F', 'a85': b'BOu!rD]j7BEbo7', 'b85': b'Xk~0{Zv<~'}
for name, sample in SAMPLES.items():
    decode = getattr(base64, name + 'decode')
    print(name, outcome(decode, sample))
    print('  cut', [outcome(decode, sample[:n]) for n in range(len(sample))])
    wrong = {}
    for byte in range(256):
        result = outcome(decode, sample[:3] + bytes([byte]) + sample[4:])
        key = str(result) if isinstance(result, str) else 'decoded'
        wrong.setdefault(key.replace(repr(chr(byte)), 'CHAR'), []).append(byte)
    for text, values in sorted(wrong.items())[:12]:
        print('  ', text, len(values), values[:5], values[-1])
for sample in (b'', b'=', b'==', b'A', b'AA', b'AAA', b'AAAA', b'AA=A', b'AA==', b'AAA=', b'A===', b'AAAAA', b'AAAAA===', b'AA==AA==', b'AA=\n=', b'A A A A', b'AA==\n', b'AAAA=', b'AAAA====', b'AB==', b'\0AAA', b'AA-_', b'AA+/'):
    print(sample, outcome(base64.b64decode, sample), '|', outcome(base64.b64decode, sample, validate=True), '|', outcome(binascii.a2b_base64, sample, strict_mode=True), '|', outcome(base64.b64decode, sample, b'-_'), '|', outcome(base64.b32decode, sample + b'======'), '|', outcome(base64.b32decode, sample.lower(), True))
