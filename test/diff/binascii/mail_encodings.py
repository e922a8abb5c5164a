# The codecs of mail in binascii: uuencoding line by line, quoted-printable with its options, base64 with strictness; errors.
import binascii


def outcome(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def uuencode(name, data, **options):
    yield f'begin 644 {name}\n'.encode()
    for start in range(0, len(data), 45):
        yield binascii.b2a_uu(data[start:start + 45], **options)
    yield binascii.b2a_uu(b'', **options)
    yield b'end\n'


def uudecode(lines):
    lines = iter(lines)
    _, mode, name = next(lines).split()
    content = b''
    for line in lines:
        if line == b'end\n':
            return name.decode(), int(mode, 8), content
        content += binascii.a2b_uu(line)
    raise ValueError('no end')


data = bytes(range(256))[::-3] + b'\0\0 tail'
for options in ({}, {'backtick': True}):
    lines = list(uuencode('file.bin', data, **options))
    print(b''.join(lines).decode())
    print(uudecode(lines) == ('file.bin', 0o644, data))
for line in (b'', b'#', b'#86)C', b'#86)C\n', b'#86)C extra', b'#86)C   \n', b'"86)C', b'"86(', b'!', b' ', b'`', b'#86', b'#8\x7f)C', b'\x80', b'#86\n', b'M' + b'a' * 60, '#86)C', '#é', 5, b'#86)C#86)C'):
    print(line, outcome(binascii.a2b_uu, line))
print(outcome(binascii.b2a_uu, bytes(46)), outcome(binascii.b2a_uu, 'text'), outcome(binascii.b2a_uu, b'a', True), outcome(binascii.b2a_uu, b'a', backtick=0))

TEXTS = [b'plain text', b'caf\xc3\xa9 = 5 \xe2\x82\xac\r\nnext line\n', b'trailing space \nand tab\t\n', b'x' * 80, b'=' * 30, b'dots\n.\n..\n', b'ends with space ', b'under_score and  space', b'\t', b'\r\n\r\n', b'\n.', b'a\rb', b'\0\x01\x7f', 'ü'.encode('latin-1') * 40 + b'\n' + b'z' * 76 + b'\n' + b'z' * 77]
for text in TEXTS:
    print(text[:24])
    for quotetabs in (False, True):
        for istext in (False, True):
            for header in (False, True):
                encoded = binascii.b2a_qp(text, quotetabs=quotetabs, istext=istext, header=header)
                back = binascii.a2b_qp(encoded, header=header)
                print(' ', quotetabs, istext, header, encoded if len(encoded) < 100 else (len(encoded), max(map(len, encoded.split(b'\n'))), encoded[:20]), back == text)
for text in (b'=', b'==', b'=3', b'=3D', b'=3d', b'=XY', b'=\n', b'=\r\nx', b'a= \nb', b'a=', b'_a_', b'=5F_', b'a=\r', b'\xff=', 'é=', 'a=3D', b'=3D=\n=3D', b'=20=09', 7):
    print(text, outcome(binascii.a2b_qp, text), outcome(binascii.a2b_qp, text, header=True))
for call in (lambda: binascii.b2a_qp('x'), lambda: binascii.b2a_qp(b'x', 1, 2, 3, 4), lambda: binascii.b2a_qp(), lambda: binascii.a2b_qp(b'', 1, 2), lambda: binascii.a2b_base64(b'YQ==', strict=True), lambda: binascii.b2a_base64(b'a', True), lambda: binascii.b2a_base64('a'), lambda: binascii.crc32('a'), lambda: binascii.crc32(b'a', 'b'), lambda: binascii.crc_hqx(b'a'), lambda: binascii.unhexlify(b'abc'), lambda: binascii.unhexlify('zz'), lambda: binascii.hexlify('ab'), lambda: binascii.unhexlify('é0')):
    print(outcome(call))
print(binascii.Error.__mro__, binascii.Incomplete.__bases__, binascii.Error.__module__, sorted(name for name in dir(binascii) if name[0] != '_'))
