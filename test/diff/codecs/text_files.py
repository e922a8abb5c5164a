"""Text files in encodings of one byte, of two and four, and in UTF-7: lines, places, appending, io.TextIOWrapper."""
# difftest: no-wasi (tempfile needs os.scandir to clean up)
import io
import os
import tempfile

text = 'Zürich\nlinë two\r\nthird\rlast € ĂŁ'
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'text')
    for encoding in ('cp1250', 'cp437', 'koi8-r', 'utf-16', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-7', 'cp500', 'utf-8-sig'):
        with open(path, 'w', encoding=encoding, errors='replace', newline='') as file:
            print(encoding, file.encoding, file.write(text), end=' ')
            file.write('\nmore')
        with open(path, 'rb') as file:
            print(file.read())
        with open(path, encoding=encoding) as file:
            print(file.read().encode('unicode_escape'))
        with open(path, encoding=encoding, newline='') as file:
            print(ascii(file.readline()), ascii(file.read(6)), [ascii(line) for line in file])
        with open(path, 'a', encoding=encoding) as file:
            file.write('appended')
        with open(path, encoding=encoding) as file:
            print(len(file.read()), file.read(1) == '')
            file.seek(0)
            print(ascii(file.readline()))
            file.seek(0)
            print(file.tell(), ascii(file.read(3)))
        with open(path, 'rb') as file, io.TextIOWrapper(file, encoding, newline='\n') as wrapper:
            print([ascii(line) for line in wrapper])
        buffer = io.BytesIO()
        wrapper = io.TextIOWrapper(buffer, encoding, errors='ignore', newline='\r\n')
        wrapper.write('a\n\xe9\n')
        wrapper.write('b')
        wrapper.flush()
        print(buffer.getvalue())
    for encoding in ('nothing', 'hex'):
        try:
            open(path, encoding=encoding)
        except LookupError as error:
            print(str(error).split(';')[0])
    try:
        open(path, 'w', encoding='cp1252').write('\u0416')
    except UnicodeEncodeError as error:
        print(error)

# options that come from a display
options = {"encoding": "cp1254", "errors": "replace"}
with open("turkish.txt", "w", **options) as file:
    file.write("ışık")
with open("turkish.txt", **({"encoding": "cp1257"} | {"errors": "replace"})) as file:
    print(ascii(file.read()))
os.remove("turkish.txt")
