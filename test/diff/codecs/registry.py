# Codecs by name and in pieces, error handlers, codecs of the program.
import codecs
for name in ['utf-8','UTF8','latin-1','ascii','utf-16','utf-16-le','utf_32','utf-8-sig','unicode_escape','raw_unicode_escape']:
    info = codecs.lookup(name)
    text = 'aé' if 'latin' in name else 'abc' if name=='ascii' else 'aé€𝄞\n\\x'
    data = codecs.encode(text, name)
    print(name, info.name, data, codecs.decode(data, name) == text, text.encode(name) == data, data.decode(name) == text)
    dec = codecs.getincrementaldecoder(name)()
    out = [dec.decode(bytes([b])) for b in data] + [dec.decode(b'', True)]
    print(out, dec.getstate())
    enc = codecs.getincrementalencoder(name)()
    print([enc.encode(c) for c in text])
print(codecs.encode('Hello', 'rot13'), codecs.decode('Uryyb', 'rot_13'))
def handler(e):
    print(type(e).__name__, e.start, e.end, e.reason)
    return '<%s>' % ascii(e.object[e.start:e.end]), e.end
codecs.register_error('mine', handler)
print('aéb€€'.encode('ascii', 'mine'), b'a\xffb\xe2\x82'.decode('utf-8', 'mine'))
print(codecs.lookup_error('mine') is handler)
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: codecs.lookup('nope'))
t(lambda: codecs.lookup_error('nope'))
t(lambda: 'é'.encode('ascii', 'nope'))
t(lambda: 'é'.encode('nope'))
t(lambda: b'\xff'.decode('nope'))
t(lambda: codecs.decode(b'\xff', 'utf-8'))
t(lambda: codecs.encode('a', 'hex'))
t(lambda: 'a'.encode('rot13'))
for errors in ('strict','ignore','replace','backslashreplace','surrogateescape','xmlcharrefreplace'):
    t(lambda: b'a\xff\xfeb\xe2\x82'.decode('utf-8', errors))
    t(lambda: 'aé€\udc80'.encode('ascii', errors))
def search(name):
    print('search', name)
    if name == 'twice':
        return codecs.CodecInfo(lambda s, e='strict': (s.encode() * 2, len(s)), lambda b, e='strict': (bytes(b).decode()[:len(b)//2], len(b)), name='twice')
codecs.register(search)
print('ab'.encode('twice'), b'abab'.decode('Twice'), codecs.lookup('TWICE').name)
print(codecs.utf_16_ex_decode(b'\xff\xfea\0b', 'strict', 0, False), codecs.utf_8_decode(b'a\xe2\x82', 'strict', False))
print(codecs.charmap_decode(b'\x00\x01', 'strict', 'xy'), codecs.charmap_encode('yx', 'strict', codecs.charmap_build('xy')))
t(lambda: codecs.charmap_decode(b'\x05', 'strict', 'xy'))
t(lambda: codecs.charmap_encode('xq', 'strict', {120: 1}))
print(codecs.charmap_encode('xq', 'replace', {120: 1, 63: 9}), codecs.escape_encode(b"a\n'\\\xff"))
t(lambda: codecs.escape_decode(rb"\x1"))
t(lambda: rb'\x1'.decode('unicode_escape'))
t(lambda: rb'\u12 \101 \U0010ffff z'.decode('unicode_escape', 'replace'))
t(lambda: b'abc\\'.decode('unicode_escape'))
t(lambda: rb'\\u0041 \u0041 \x41'.decode('raw_unicode_escape'))
print('\x00é€\U0001f600\t\\'.encode('unicode_escape'), '\x00é€\U0001f600\t\\'.encode('raw_unicode_escape'))
print(list(codecs.iterdecode([b'\xe2', b'\x82\xac', b'x'], 'utf-8')), list(codecs.iterencode(['a', 'é'], 'utf-16')))
import io
w = codecs.getwriter('utf-8')(io.BytesIO()); w.write('é€'); print(w.getvalue())
r = codecs.getreader('utf-16')(io.BytesIO('a\nbé'.encode('utf-16'))); print(r.readline(), r.read())
print(codecs.BOM_UTF8, codecs.CodecInfo.__mro__[1])
