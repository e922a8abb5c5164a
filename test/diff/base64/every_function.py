# base64 and binascii: all functions, both ways, errors; uu-like, quopri, CRC.
import base64
import binascii
import io


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


SAMPLES = [b'', b'a', b'ab', b'abc', b'abcd', bytes(range(256)), b'\xff\xfe\xfd', b'hello world', b'\x00' * 8, b'    ' * 2]
for data in SAMPLES:
    for name in ('b64', 'standard_b64', 'urlsafe_b64', 'b32', 'b32hex', 'b16', 'a85', 'b85'):
        encoded = getattr(base64, name + 'encode')(data)
        print(name, encoded, getattr(base64, name + 'decode')(encoded) == data)
    print(base64.encodebytes(data), base64.decodebytes(base64.encodebytes(data)) == data)
for options in ({'foldspaces': True}, {'wrapcol': 10}, {'pad': True}, {'adobe': True}, {'adobe': True, 'wrapcol': 8, 'foldspaces': True}):
    encoded = base64.a85encode(b'hello    world\x00\x00\x00\x00!', **options)
    print(options, encoded)
print(base64.a85decode(b'<~87cURD]i,"Ebo80~>', adobe=True), base64.a85decode('87cURDZ', foldspaces=False), attempt(base64.a85decode, b'v'), attempt(base64.a85decode, b'zz z'), attempt(base64.a85decode, b'<~abc', adobe=True),
      attempt(base64.a85decode, b'!!z'), attempt(base64.a85decode, b'uuuuu'), base64.a85decode(b'y+<VdL', foldspaces=True), base64.b85encode(b'ab', pad=True), attempt(base64.b85decode, b'\x7f'), attempt(base64.b85decode, b'~~~~~'))
for text in ('YQ==', 'YQ=', 'YQ', 'Y', 'YWI=', 'YW I=', 'YW\nI=', 'Y!WI=', '====', 'YWJj=YWJj', b'YWJj', bytearray(b'YWJj'), memoryview(b'YWJj'), '\u00e9', 5, None):
    print(repr(text) if not isinstance(text, memoryview) else 'view', attempt(base64.b64decode, text), attempt(base64.b64decode, text, validate=True), attempt(base64.urlsafe_b64decode, text))
print(base64.b64encode(b'\xfb\xff', altchars=b'-_'), base64.b64decode(b'-_8=', altchars=b'-_'), base64.b64decode(b'-_8=', '-_'), attempt(base64.b64encode, b'a', b'x'), attempt(base64.b64encode, 'text'), attempt(base64.b64encode, 5))
for text in ('MFRA====', 'mfra====', 'MFRA', '8', 'ME======', 'M1======', 'MO======'):
    print(text, attempt(base64.b32decode, text), attempt(base64.b32decode, text, casefold=True), attempt(base64.b32decode, text, True, 'L'), attempt(base64.b32hexdecode, text))
for text in ('414A', '414a', '4', '4G', b'00ff'):
    print(text, attempt(base64.b16decode, text), attempt(base64.b16decode, text, casefold=True))
source, target = io.BytesIO(bytes(range(200))), io.BytesIO()
base64.encode(source, target)
print(target.getvalue())
back = io.BytesIO()
base64.decode(io.BytesIO(target.getvalue()), back)
print(back.getvalue() == bytes(range(200)), attempt(base64.encodebytes, 'x'), attempt(base64.decodebytes, 'x'))

print('binascii')
for data in SAMPLES[:6]:
    print(binascii.hexlify(data), binascii.b2a_hex(data, '-', 2), binascii.hexlify(data, b':', -3), binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False), attempt(binascii.b2a_uu, data[:45]),
          binascii.b2a_qp(data), binascii.crc32(data), binascii.crc32(data, 5), binascii.crc_hqx(data, 0), binascii.adler32(data) if hasattr(binascii, 'adler32') else '')
for text in ('00ff', b'0', 'zz', '0 1', '', b'ABcd', '\u00e9e', 5):
    print(repr(text), attempt(binascii.unhexlify, text), attempt(binascii.a2b_hex, text))
for text in (b'YQ==\n', 'YQ==', b'YQ', b'YQ=', b'Y', b'', b'=YQ=', b'YQ==extra', b'Y\xffQ=='):
    print(text, attempt(binascii.a2b_base64, text), attempt(binascii.a2b_base64, text, strict_mode=True))
print(attempt(binascii.a2b_uu, b'#86)C\n'), attempt(binascii.a2b_uu, b'!\x01'), binascii.b2a_uu(b'abc', backtick=True), binascii.b2a_uu(b'\x00', backtick=True), attempt(binascii.b2a_uu, b'x' * 46),
      binascii.a2b_qp(b'a=3Db=\nc=\r\nd_e=20'), binascii.a2b_qp(b'a_b', header=True), binascii.b2a_qp(b'a b\t\n=\xff.' + b'x' * 80, quotetabs=True), binascii.b2a_qp(b'a b_', header=True), binascii.b2a_qp(b'a\r\nb ', istext=False))
print(attempt(binascii.hexlify, 'x'), attempt(binascii.hexlify, b'a', 'xx'), attempt(binascii.crc32, 'x'), binascii.Error.__mro__[1], binascii.Incomplete.__mro__[1])
