"""The module codecs: lookup, incremental coders, readers, writers, recoders, error handlers, and codecs that are modules."""
import codecs, io
for n in ('cp1252','latin2','koi8-r','utf-7','idna','punycode','quopri','uu','hex','base64','rot13','utf-16','utf-8-sig'):
    try:
        i = codecs.lookup(n)
        print(n, i.name, len(i))
    except Exception as e:
        print(n, type(e), e)
print(codecs.encode(b'a=b\n\xe4', 'quopri'), codecs.decode(b'a=3Db', 'quopri'))
print(codecs.encode(b'hello', 'uu'))
print(codecs.encode('pythön', 'punycode'), codecs.decode(b'pythn-mua', 'punycode'))
print(codecs.encode('pythön.org', 'idna'), codecs.decode(b'xn--pythn-mua.org', 'idna'))
d = codecs.getincrementaldecoder('cp1252')()
print(d.decode(b'\x80a'), d.decode(b'', True))
d = codecs.getincrementaldecoder('utf-7')()
print([d.decode(bytes([c])) for c in 'Hi \u263a!'.encode('utf-7')])
r = codecs.getreader('cp1251')(io.BytesIO('привет\nмир\n'.encode('cp1251')))
print(r.readline(), r.read())
w = codecs.getwriter('koi8-r')(b := io.BytesIO()); w.write('мир'); print(b.getvalue())
print(list(codecs.iterdecode([b'\xe4', b'\xf6'], 'cp1252')), list(codecs.iterencode(['ä', 'ö'], 'cp437')))
s = codecs.StreamRecoder(io.BytesIO('ä'.encode('utf-8')), codecs.getencoder('cp850'), codecs.getdecoder('cp850'), codecs.getreader('utf-8'), codecs.getwriter('utf-8'))
print(s.read())
print(codecs.EncodedFile(io.BytesIO('ä'.encode('cp850')), 'utf-8', 'cp850').read())
import encodings
print(encodings.normalize_encoding('ISO 8859-2'), encodings.aliases.aliases['latin2'])
import encodings.cp1252
print(encodings.cp1252.decoding_table[0x80], encodings.cp1252.getregentry().name)
codecs.register_error('mine', lambda e: ('<%d>' % ord(e.object[e.start]), e.end))
print('a\u0416b'.encode('cp1252', 'mine'))
print(codecs.charmap_encode('ab', 'strict', codecs.charmap_build('ba'+'\ufffe'*254)))
print(codecs.BOM_UTF16_LE, codecs.BOM)
try: codecs.lookup('nope')
except LookupError as e: print(e)
with codecs.open('/dev/null', 'r', 'cp1252') as f: print(repr(f.read()))
