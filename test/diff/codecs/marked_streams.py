"""UTF-16, UTF-32 and UTF-8 with a mark: written once by streams, wanted when they are read."""
# difftest: no-wasi (there are no temporary files)
import codecs
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), 'text')
for encoding in ('utf-16', 'utf-16-le', 'utf-32', 'utf-8-sig', 'utf-8', 'latin-1'):
    with codecs.open(path, 'w+', encoding=encoding) as file:
        file.write('12')
        file.write('34')
        file.seek(0)
        print(encoding, ascii(file.read()), file.seek(0), ascii(file.read()), open(path, 'rb').read())
        file.seek(0)
        file.write('56')
        file.seek(0)
        print(ascii(file.readline()))
    writer = codecs.getwriter(encoding)(io.BytesIO())
    writer.write('ab')
    writer.write('cd')
    writer.reset()
    writer.write('e')
    print(writer.getvalue(), b''.join(codecs.iterencode(['a', 'b'], encoding)))

for data in ('ab'.encode('utf-16-le') * 4, codecs.BOM_UTF16_BE + 'ab'.encode('utf-16-be'), codecs.BOM_UTF32_BE + 'ab'.encode('utf-32-be'),
             'abcd'.encode('utf-32-le'), b'\xef\xbb\xbfabc', b'', b'\xff'):
    with open(path, 'wb') as file:
        file.write(data)
    for encoding in ('utf-16', 'utf-32', 'utf-8-sig'):
        for read in (lambda: open(path, encoding=encoding).read(), lambda: codecs.open(path, encoding=encoding).read(),
                     lambda: data.decode(encoding), lambda: list(codecs.iterdecode([bytes([byte]) for byte in data], encoding)),
                     lambda: io.TextIOWrapper(io.BytesIO(data), encoding).read(), lambda: codecs.open(path, encoding=encoding).readlines(),
                     lambda: open(path, encoding=encoding).readlines()):
            try:
                print(encoding, ascii(read()))
            except UnicodeError as error:
                print(encoding, type(error).__name__, error)
