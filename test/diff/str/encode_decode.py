"""Encoding and decoding with error handlers, and the messages of failures."""
texts = ["abc", "é", "日本", "🐍", "", "mixé 日 🐍"]
for text in texts:
    for encoding in ("utf-8", "utf-16-le", "utf-16", "utf-32-be", "latin-1", "ascii"):
        try:
            data = text.encode(encoding)
            print(encoding, data, data.decode(encoding) == text)
        except UnicodeEncodeError as error:
            print(encoding, "->", error, error.start, error.end, error.reason, error.encoding)
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print(handler, "aé日🐍b".encode("ascii", handler), "é日".encode("latin-1", errors=handler))
for data in (b"\xff", b"a\x80b", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2(\xa1", b"\xed\xa0\x80", b"\xf0\x9f\x90", b"\xf5\x80\x80\x80", b"\xc0\x80", b"ok\xe9"):
    try:
        print(data.decode())
    except UnicodeDecodeError as error:
        print("->", error)
    print(ascii(data.decode("utf-8", "replace")), data.decode("utf-8", "ignore"), data.decode(errors="backslashreplace"), ascii(data.decode("utf-8", "surrogateescape")))
print(b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
for action in (lambda: "\ud800".encode(), lambda: "a".encode("no-such"), lambda: b"a".decode("no-such"), lambda: "é".encode("ascii", "no-such"), lambda: b"\x80".decode("ascii"), lambda: "a".encode(5)):
    try:
        print(action())
    except (UnicodeError, LookupError, TypeError) as error:
        print(type(error).__name__, error)
