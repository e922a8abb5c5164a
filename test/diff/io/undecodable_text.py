"""Text files with bytes that cannot be decoded: a file is decoded in pieces of 8192 bytes, so that an error comes
before the first line of its piece, with positions in that piece; line ends met, tell() in loops, reconfigure()."""
import io
import os


def write(data):
    with open("text.bin", "wb") as file:
        file.write(data)


def attempt(label, function):
    try:
        print(label, function())
    except (ValueError, OSError) as error:
        print(label, type(error).__name__, error)
        if isinstance(error, UnicodeDecodeError):
            print("   ", len(error.object), error.start, error.end, error.reason)


def loop(**options):
    count = 0
    with open("text.bin", **options) as file:
        try:
            for line in file:
                count += 1
        except UnicodeDecodeError as error:
            return count, len(error.object), str(error)
    return count


contents = {
    "one line of three": b"fine\r\nbad \xff\nfine\n",
    "second piece": b"line\n" * 3000 + b"\xff\n",
    "character over the border": b"a" * 8191 + "é\n".encode() + b"b" * 8190 + "€\n".encode(),
    "cut off at the end": b"a" * 8191 + b"\xc3\xa9\nbbb\xe2\x82",
    "not continued": b"x\xe2\x82\ny",
    "surrogate": b"ok\n\xed\xa0\x80\n",
    "Latin-1": b"one\r\ntwo\r\nthr\xe9e\r\n",
    "empty": b"",
}
for title, data in contents.items():
    write(data)
    print("--", title)
    for encoding in "utf-8", "utf-8-sig", "ascii", "latin-1":
        print(encoding, loop(encoding=encoding))
        for newline in None, "", "\n":
            with open("text.bin", encoding=encoding, newline=newline) as file:
                attempt("read", lambda: len(file.read()))
            with open("text.bin", encoding=encoding, newline=newline) as file:
                attempt("read(2)", lambda: repr(file.read(2)))
                attempt("rest", lambda: len(file.read()))
            with open("text.bin", encoding=encoding, newline=newline) as file:
                attempt("readline", lambda: len(file.readline()))
                attempt("readlines", lambda: len(file.readlines()))
    for errors in "ignore", "replace", "surrogateescape", "backslashreplace":
        with open("text.bin", encoding="utf-8", errors=errors) as file:
            lines = file.readlines()
            print(errors, len(lines), ascii(lines[-1][-12:]) if lines else None)

print("-- line ends")
for data in b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"a\nb\r\nc\rd", b"none", b"x" * 8191 + b"\r\ny\n", b"x" * 8191 + b"\ry", b"z\r":
    write(data)
    found = []
    for newline in None, "", "\n":
        with open("text.bin", newline=newline) as file:
            before = file.newlines
            file.readline()
            middle = file.newlines
            file.read()
            found.append((before, middle, file.newlines))
            file.seek(0)
            found.append(file.newlines)
    print(data[-6:], found)

print("-- tell")
write(b"one\ntwo\nthree\n")
with open("text.bin") as file:
    print(file.tell(), next(file))
    attempt("tell", file.tell)
    print(file.readline())
    attempt("tell", file.tell)
    print(list(file), file.tell(), file.seek(4), next(file))
    attempt("tell", file.tell)
with open("text.bin") as file:
    print(file.readlines(2))
    attempt("tell", file.tell)

print("-- reconfigure")
for read in (lambda file: None, lambda file: file.read(1), lambda file: file.readline(), lambda file: file.read(),
             lambda file: (file.read(1), file.seek(0))):
    for options in {"encoding": "latin-1"}, {"errors": "ignore"}, {"newline": ""}, {"line_buffering": True}:
        with open("text.bin", encoding="utf-8") as file:
            read(file)
            attempt(options, lambda: file.reconfigure(**options))
os.remove("text.bin")
