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


def utf8_runs():
    """Texts in which characters of all lengths and ones without a code stand side by side."""
    pieces = ["", "plain ascii text", "\xe9", "caf\xe9 \xfc\xdf", "\u20ac and \u4e2d\u6587", "\U0001f600!", "a\udc80b", "\ud800", "\xe9\udcff\u20ac"]
    for first in pieces:
        for second in pieces:
            text = first + second + first
            for errors in ("strict", "replace", "surrogateescape", "surrogatepass", "backslashreplace", "ignore"):
                try:
                    data = text.encode("utf-8", errors)
                except UnicodeEncodeError as error:
                    data = (error.start, error.end, error.reason)
                print(ascii(data), end=" ")
            print(ascii(text.encode("utf-8-sig", "surrogatepass").decode("utf-8", "replace")))
    for data in (b"\xc3\xa9", b"abc\xc3", b"\xe2\x82", b"\xe2\x82\xac\xff", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80x", b"\xc0\x80", b"a\x80b",
                 b"\xf4\x90\x80\x80", b"\xef\xbb\xbfx", b"ok \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 " * 3):
        for errors in ("strict", "replace", "surrogateescape", "ignore"):
            try:
                text = data.decode("utf-8", errors)
                print(ascii(text), len(text), end=" ")
            except UnicodeDecodeError as error:
                print(error, end=" ")
        print(len(data.decode("utf-8", "replace").encode()))


utf8_runs()
