"""binascii: every function over every kind of input, strict base64, separators of hex, quoted-printable's corners, uu lines, checksums, errors."""
import binascii
import random


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


KINDS = (bytes, bytearray, memoryview)
print(sorted(name for name in dir(binascii) if not name.startswith('_')), binascii.Error.__mro__, binascii.Incomplete.__mro__)
for name, data in (('a2b_base64', b'aGVsbG8='), ('b2a_base64', b'hello'), ('a2b_hex', b'00fF'), ('b2a_hex', b'\0\xff'), ('hexlify', b'ab'), ('unhexlify', b'6162'), ('a2b_uu', b'#86)C\n'), ('b2a_uu', b'abc'), ('a2b_qp', b'a=3Db'), ('b2a_qp', b'a=b')):
    function = getattr(binascii, name)
    print(name, [function(kind(data)) for kind in KINDS])
    for wrong in (5, None, [1], '\xe9', data.decode('latin-1')):
        attempt(name, function, wrong)
    attempt(name, function)
    attempt(name, function, data, data, data, data)

for text in (b'', b'=', b'==', b'===', b'a', b'ab', b'abc', b'abcd', b'abc=', b'ab==', b'ab=', b'a===', b'abcd=', b'abcd====', b'ab=c', b'ab==cd', b'=abcd', b'ab\ncd', b'ab cd', b'a@b#c$d', b'ab=\n=', b'ab==\n', b'\nabcd', b'abcdab==ef', b'ab=='*2, b'====abcd', b'a=bcd', b'AB\x00CD'):
    attempt(text, binascii.a2b_base64, text)
    attempt('  strict', binascii.a2b_base64, text, strict_mode=True)
print(binascii.b2a_base64(b'', newline=False), binascii.b2a_base64(b'x' * 60, newline=True), binascii.b2a_base64(b'ab', newline=0))
attempt('keyword', binascii.b2a_base64, b'', True)
attempt('newline', binascii.b2a_base64, b'', newline='yes')

data = bytes(range(9))
for sep in ('-', b':', 'é', 'ab', '', 5, None):
    attempt(f'sep {sep!r}', binascii.hexlify, data, sep)
for per in (1, 2, 3, -2, -4, 0, 100, -100, 2**40, '2'):
    attempt(f'bytes per {per}', binascii.hexlify, data, '_', per)
attempt('keywords', lambda: binascii.b2a_hex(data, sep='.', bytes_per_sep=4))
for text in (b'0', b'0g', b'00 11', b'0x00', '00é1', '4142', b'', b'AbCd'):
    attempt(text, binascii.unhexlify, text)

for text in (b'=', b'==', b'=\n', b'=\r\nx', b'=3', b'=3d', b'=3D=', b'=GG', b'a=  \nb', b'a_b', b'a \n', b'=20\n', b'=0A', b'x=\ny', b'\r\n', b'=\r', b'= \nb'):
    print(text, binascii.a2b_qp(text), binascii.a2b_qp(text, header=True))
for text in (b'a b', b' a', b'a ', b'a\t', b'a \n', b'.', b'.\n', b'.a', b'_', b'a_b c', b'\0\x7f\x80\xff', b'=', b'a\r\nb\n', b'a\rb', b'x' * 80, b'x' * 75 + b'=', b'x' * 76, b'x' * 76 + b'\n', b'ab\t\r\n', b'\x0c', b'~}{'):
    print(text[:12], len(text), binascii.b2a_qp(text), binascii.b2a_qp(text, quotetabs=True), binascii.b2a_qp(text, istext=False), binascii.b2a_qp(text, header=True))
attempt('qp', binascii.b2a_qp, b'', 'x')
attempt('qp', lambda: binascii.b2a_qp(b' \t', True, False, True))

for text in (b'', b' ', b'!', b'#86)C', b'#86)C   ', b'#86)C!!', b'#86)', b'"', b'$86)C', b'#86)\xff', b'M' + b' ' * 60, b'#86)C\r\n', b'`', b'\n', b'#86)Cx'):
    attempt(text[:10], binascii.a2b_uu, text)
for text in (b'', b'a', b'ab', b'\0\0\0', b'x' * 45, b'x' * 46):
    attempt(len(text), binascii.b2a_uu, text)
    attempt('  backtick', binascii.b2a_uu, text, backtick=True)
for length in (1, 7, 44, 45):
    line = bytes(random.Random(length).randbytes(length))
    assert binascii.a2b_uu(binascii.b2a_uu(line)) == binascii.a2b_uu(binascii.b2a_uu(line, backtick=True)) == line

print(binascii.crc32(b'abc'), binascii.crc32(b'c', binascii.crc32(b'ab')), binascii.crc32(b''), binascii.crc32(b'', 99), binascii.crc32(b'x', 2**32 + 1), binascii.crc32(b'x', -1))
print(binascii.crc_hqx(b'abc', 0), binascii.crc_hqx(b'c', binascii.crc_hqx(b'ab', 0)), binascii.crc_hqx(b'', 2**16 + 5), binascii.crc_hqx(bytearray(b'xyz'), -1))
for args in ((b'',), (b'', 'x'), ('abc', 0), (b'', 1.5), (b'', 2**70), (None, 0), (b'', 0, 0)):
    attempt(args, binascii.crc_hqx, *args)
    attempt(args, binascii.crc32, *args)
generator = random.Random(1)
for length in range(60):
    sample = generator.randbytes(length)
    assert binascii.a2b_base64(binascii.b2a_base64(sample)) == binascii.a2b_base64(binascii.b2a_base64(sample, newline=False), strict_mode=True) == sample
    assert binascii.unhexlify(binascii.hexlify(sample, '.', 3).replace(b'.', b'')) == sample
    assert binascii.a2b_qp(binascii.b2a_qp(sample, istext=False)) == sample
print('round trips')
