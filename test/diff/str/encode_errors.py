"""encode and decode: codecs, error handlers, the exceptions' attributes."""

text = "aé€😀"
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf_8", "UTF8", "utf-8-sig"):
    data = text.encode(codec)
    print(codec, data.hex(), data.decode(codec) == text)
for codec in ("ascii", "latin-1", "iso-8859-1"):
    for handler in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
        print(codec, handler, text.encode(codec, handler))
    try:
        text.encode(codec)
    except UnicodeEncodeError as error:
        print(error)
        print(error.encoding, error.start, error.end, error.reason, ascii(error.object), ascii(error.args))
for data in (b"a\xff", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf8abc", b"\x80", b"ok\xc0\xaf"):
    try:
        data.decode()
    except UnicodeDecodeError as error:
        print(error, error.start, error.end, error.object)
    print(ascii(data.decode(errors="replace")), data.decode("utf-8", "ignore"), data.decode("utf-8", "backslashreplace"), ascii(data.decode("utf-8", "surrogateescape")))
lone = "x\udc80y"
print(lone.encode("utf-8", "surrogateescape"), lone.encode("utf-8", "surrogatepass"))
for case in (lambda: lone.encode(), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: b"\x80".decode("ascii"),
             lambda: "a".encode(5), lambda: b"abc".decode("utf-16"), lambda: "a".encode("utf-8", "strict", 1)):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
