"""TextIOWrapper: tell and seek in the middle of characters of several bytes, mixed reading and writing, encodings with state."""
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


text = 'añb€c𝄞d\nzwei\r\ndrei\rvier'
for encoding in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'utf-8-sig'):
    wrapper = io.TextIOWrapper(io.BytesIO(text.encode(encoding)), encoding, newline='')
    positions = []
    while True:
        positions.append(wrapper.tell())
        if not wrapper.read(1):
            break
    again = []
    for place in positions:
        wrapper.seek(place)
        again.append(wrapper.read(1))
    print(encoding, ''.join(again) == text, len(positions), wrapper.seek(positions[3]) == positions[3], wrapper.read(4))

file = io.TextIOWrapper(io.BytesIO(), 'utf-8', newline='\n')
print(file.write('first line\nsecond\n'), file.tell(), file.seek(0), file.readline(), file.tell())
place = file.tell()
file.write('SECOND')
print(file.seek(0), file.read(), file.seek(place), file.read(3), file.seek(0, 1), file.seek(0, 2), file.tell())
attempt('seek from here', file.seek, 3, 1)
attempt('seek from the end', file.seek, -3, 2)
attempt('negative', file.seek, -1)
attempt('whence', file.seek, 0, 5)
file.seek(0)
iterator = iter(file)
print(next(iterator))
attempt('tell in a loop', file.tell)
print(list(iterator), file.tell())

for data, kwargs in ((b'ab\xffcd', {}), (b'ab\xffcd', dict(errors='replace')), (b'ab\xffcd', dict(errors='ignore')), (b'ab\xffcd', dict(errors='surrogateescape')),
                     (b'ab\xffcd', dict(errors='backslashreplace')), (b'\xe2\x82', {}), (b'\xe2\x82', dict(errors='replace'))):
    wrapper = io.TextIOWrapper(io.BytesIO(data), 'utf-8', **kwargs)
    attempt(sorted(kwargs.values()), wrapper.read)
for handler in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace'):
    wrapper = io.TextIOWrapper(io.BytesIO(), 'ascii', errors=handler)
    attempt(handler, wrapper.write, 'a€b')
    wrapper.flush()
    print(wrapper.buffer.getvalue())

print(io.TextIOWrapper(io.BytesIO(b'')), [getattr(file, name) for name in ('encoding', 'errors', 'line_buffering', 'write_through', 'newlines')])
buffer = io.BytesIO()
lines = io.TextIOWrapper(buffer, 'utf-8', line_buffering=True)
lines.write('part')
print(buffer.getvalue())
lines.write(' end\nnext')
print(buffer.getvalue())
lines.reconfigure(encoding='latin-1', errors='replace', line_buffering=False, newline='\r\n', write_through=True)
lines.write('é€\n')
print(buffer.getvalue(), lines.encoding, lines.errors, lines.line_buffering, lines.write_through)
for kwargs in (dict(encoding='no-such'), dict(newline='x'), dict(line_buffering='no')):
    attempt(sorted(kwargs), lines.reconfigure, **kwargs)
reading = io.TextIOWrapper(io.BytesIO(b'abc'), 'ascii')
reading.read(1)
attempt('late', reading.reconfigure, encoding='utf-8')
attempt('late errors', reading.reconfigure, errors='replace')
print(reading.read())
for mode, want in (('\n', b'a\nb\r\nc\r'), ('', b'a\nb\r\nc\r'), (None, b'a\nb\r\nc\r'), ('\r', b'a\nb\r\nc\r'), ('\r\n', b'a\nb\r\nc\r')):
    wrapper = io.TextIOWrapper(io.BytesIO(want), newline=mode)
    print(repr(mode), wrapper.readlines(), wrapper.newlines, wrapper.seek(0), repr(wrapper.read(2)), repr(wrapper.readline(1)), repr(wrapper.read()))
decoder = io.IncrementalNewlineDecoder(None, True)
print([decoder.decode(piece) for piece in ('a\r', '\nb\r', 'c\n', '\r')], repr(decoder.decode('', final=True)), decoder.newlines, decoder.getstate())
decoder.reset()
print(decoder.newlines, decoder.getstate())
for label, call in {'no buffer': lambda: io.TextIOWrapper(5), 'encoding': lambda: io.TextIOWrapper(io.BytesIO(), 5),
                    'write': lambda: reading.write('x'), 'write bytes': lambda: lines.write(b'x'), 'truncate': lambda: lines.truncate(-1), 'detached': lambda: lines.detach() and lines.read(),
                    'repr': lambda: repr(lines)}.items():
    attempt(label, call)
