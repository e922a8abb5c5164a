"""StringIO and BytesIO behave like files; print and redirected output go into them."""
import io
import sys

text = io.StringIO("first\nsecond\nthird")
print(text.readline(), [line for line in text], text.read(), text.tell())
text.seek(0)
text.write("FIRST")
print(repr(text.getvalue()), text.seek(0), repr(text.read(8)))
text.truncate(3)
print(repr(text.getvalue()))
out = io.StringIO()
print("a", 1, file=out, end=";")
print("b", file=out)
print(repr(out.getvalue()), out.closed)
data = io.BytesIO(b"\x00\x01\x02\x03")
print(data.read(2), data.tell(), data.seek(-1, 2), data.read(), data.getvalue(), data.getbuffer().nbytes)
saved, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
captured, sys.stdout = sys.stdout.getvalue(), saved
print("captured", repr(captured))
with io.StringIO() as short:
    short.write("x")
for action in (lambda: short.getvalue(), lambda: text.write(b"bytes"), lambda: data.write("text"), lambda: io.StringIO(5)):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
