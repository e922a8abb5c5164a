# Base 16, 64, uuencoding and checksums; what is refused.
import binascii
import sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__mro__[:3], e)
B=binascii
for d in (b'', b'a', b'ab', b'abc', bytes(range(256)), bytearray(b'xyz'), memoryview(b'q')):
    t(lambda: B.b2a_base64(d)); t(lambda: B.b2a_base64(d, newline=False)); t(lambda: B.b2a_hex(d)); t(lambda: B.hexlify(d, '-', 2)); t(lambda: B.hexlify(d, b':', -3))
for s in ('', 'YQ==', 'YQ=', 'YQ', 'Y', 'YWI=', 'YWJj', ' Y Q = = ', 'YQ==YQ==', 'YWJjZ', '====', 'YQ=\n=', b'YW@Jj', 'é', 3, 'Y===', 'YWI=YWI=', 'Y=Q=', 'YQ===','=YQ==','YQ==x'):
    t(lambda: B.a2b_base64(s)); t(lambda: B.a2b_base64(s, strict_mode=True))
for s in ('', 'ff', 'f', 'fg', b'00FF', 'é', 3, bytearray(b'abab')):
    t(lambda: B.a2b_hex(s)); t(lambda: B.unhexlify(s))
for d in (b'', b'hello world', bytes(range(45)), bytes(46)):
    t(lambda: B.b2a_uu(d)); t(lambda: B.b2a_uu(d, backtick=True)); t(lambda: B.a2b_uu(B.b2a_uu(d)))
t(lambda: B.b2a_hex('x')); t(lambda: B.b2a_base64('x')); t(lambda: B.hexlify(b'ab', 'ab')); t(lambda: B.crc32('x')); t(lambda: B.a2b_uu(b'#x')); t(lambda: B.a2b_uu(b'#abc!!'))
print(B.Error.__mro__, B.Incomplete.__mro__)
