# base64: all encodings with their options, alternative characters, errors, the file functions.
import base64
import binascii
import io

data = bytes(range(256))
for name in ('b64', 'standard_b64', 'urlsafe_b64', 'b32', 'b32hex', 'b16', 'a85', 'b85'):
    encode, decode = getattr(base64, name + 'encode'), getattr(base64, name + 'decode')
    sizes = [encode(data[200:200 + n]) for n in range(6)]
    print(name, sizes, all(decode(encode(data[:n])) == data[:n] for n in range(40)), decode(encode(data).decode()) == data)
print(base64.b64encode(data[240:], altchars=b'._'), base64.b64decode('4PHi-_8=', altchars='-_'))
print(base64.b32decode('mzxw6===', casefold=True), base64.b32decode('MZXW6YQO', map01='L'), base64.b32decode('M1======', map01=b'I'))
print(base64.b16decode('0aff', casefold=True), base64.b32hexdecode('CPNMU===') == b'foo')
print(base64.a85encode(b'\0\0\0\0    abc', foldspaces=True), base64.a85encode(b'hello world', adobe=True, wrapcol=6),
      base64.a85encode(b'ab', pad=True), base64.a85decode(b'<~87cURDZ~>', adobe=True), base64.a85decode(b'z y\n', foldspaces=True))
print(base64.b85encode(b'abcde', pad=True), base64.b85decode(b'00000'), base64.a85decode('87cURD]i,"Ebo80', ignorechars=b''))
for call in (lambda: base64.b64decode(b'abc'), lambda: base64.b64decode(b'a'), lambda: base64.b64decode(b'ab=c', validate=True),
             lambda: base64.b64decode(b'a!b@c#d$'), lambda: base64.b64decode(b'a!bc', validate=True), lambda: base64.b64decode('é'),
             lambda: base64.b64decode(b'ab==cd', validate=True), lambda: base64.b64encode('text'), lambda: base64.b64encode(b'a', altchars=b'abc'),
             lambda: base64.b32decode(b'ABC'), lambda: base64.b32decode(b'abcdefgh'), lambda: base64.b32decode(b'A======='),
             lambda: base64.b16decode(b'0a'), lambda: base64.b16decode(b'0'), lambda: base64.a85decode(b'~~'), lambda: base64.a85decode(b'abc', adobe=True),
             lambda: base64.a85decode(b'abzde'), lambda: base64.a85decode(b's8W-"'), lambda: base64.b85decode(b'ab c'), lambda: base64.b85decode(b'|NsC1'),
             lambda: base64.b64decode(5), lambda: base64.b32encode('x'), lambda: base64.encodebytes('x'), lambda: base64.decodebytes(b'x'),
             lambda: base64.b32decode(b'M1======', map01='IL')):
    try:
        print(call())
    except (ValueError, TypeError, binascii.Error, AssertionError) as error:
        print(type(error).__name__, error)
print(base64.encodebytes(data[:60]), base64.decodebytes(b'YWJj\nZGVm\n'), base64.encodebytes(b''))
out = io.BytesIO()
base64.encode(io.BytesIO(data[:100]), out)
back = io.BytesIO()
base64.decode(io.BytesIO(out.getvalue()), back)
print(out.getvalue(), back.getvalue() == data[:100])
print(base64.b64encode(bytearray(b'xy')), base64.b64encode(memoryview(b'abc')[1:]), base64.urlsafe_b64decode('_-8='), base64.b64decode(memoryview(b'YQ==')))
