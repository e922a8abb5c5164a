"""The encodings of East Asia: every character, every sequence, errors and their handlers."""

import codecs
import hashlib
import io

NAMES = ["big5", "cp932", "cp949", "cp950", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "johab", "shift_jis"]


def outcome(function, *args):
    try:
        return repr(function(*args))
    except UnicodeError as error:
        return f"{type(error).__name__}: {error}"


def digest(data):
    return hashlib.md5(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")).hexdigest()


def every_character(name):
    ranges = (range(0x10000), range(0x1F000, 0x1F100), range(0x20000, 0x20100), range(0x10FF00, 0x110000))
    return digest("".join(chr(code) for codes in ranges for code in codes).encode(name, "backslashreplace"))


def sequences(firsts, seconds, name):
    """What each of the sequences is followed by a line's end."""
    data = b"".join(first + bytes([last]) + b"\n" for first in firsts for last in seconds)
    return digest(data.decode(name, "backslashreplace"))


def every_pair(name):
    return sequences([bytes([lead]) for lead in range(256)], range(256), name)


def some_triples(name):
    leads = (0x41, 0x8E, 0x8F, 0x81, 0xA1, 0xA4, 0xFE)
    middles = (0x30, 0x39, 0x41, 0x8F, 0xA1, 0xB0, 0xD4, 0xED, 0xFE)
    return sequences([bytes([lead, middle]) for lead in leads for middle in middles], range(256), name)


print("-- tables")
for name in NAMES:
    print(name, every_character(name), every_pair(name), some_triples(name))

print("-- four bytes")
firsts = [bytes([first, second, third]) for first in (0x80, 0x81, 0x84, 0x85, 0x8F, 0x90, 0xE3, 0xE4, 0xFE, 0xFF)
          for second in (0x2F, 0x30, 0x31, 0x39, 0x3A) for third in (0x80, 0x81, 0x9F, 0xA4, 0xFE, 0xFF)]
print(sequences(firsts, (0x2F, 0x30, 0x35, 0x39, 0x3A), "gb18030"))
everything = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
print(everything.encode("gb18030").decode("gb18030") == everything)

print("-- syllables by letters")
everything = "".join(chr(code) for code in range(0xAC00, 0xD7A4))
print(everything.encode("euc_kr").decode("euc_kr") == everything)
whole = "\ubdc1".encode("euc_kr")
print(whole, [outcome(whole[:size].decode, "euc_kr") for size in range(1, 9)])
for place in range(2, 8):
    print(place, outcome((whole[:place] + b"\xa0" + whole[place + 1:]).decode, "euc_kr"))

print("-- handlers")
codecs.register_error("test.brackets", lambda error: (f"[{error.start}:{error.end}]", error.end))
codecs.register_error("test.bytes", lambda error: (b"<>", error.end))
codecs.register_error("test.cannot", lambda error: ("\u20ac\u0e01", error.end))
text = "a\u4e2d\u0e01\u0e02\U0001f600\ud800z"
data = b"a\xd6\xd0\x80\xff\xffz\xd6"
for name in NAMES:
    for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass",
                   "test.brackets", "test.bytes", "test.cannot"):
        print(name, errors, outcome(text.encode, name, errors))
    for errors in ("ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "test.brackets"):
        print(name, errors, outcome(data.decode, name, errors))
for error_of in (lambda: text.encode("gbk"), lambda: data.decode("shift_jis")):
    try:
        error_of()
    except UnicodeError as error:
        print(error.encoding, error.start, error.end, error.reason)

print("-- names")
for alias in ("GBK", "cp936", "MS936", "gb2312-80", "EUC-JP", "eucJP", "u-jis", "Shift JIS", "sjis", "ms_kanji", "csShiftJIS",
              "EUC_KR", "ks_c-5601-1987", "uhc", "949", "Big5-TW", "950", "GB18030-2000", "cp1361", "chinese"):
    print(alias, codecs.lookup(alias).name, "\u4e00".encode(alias))

print("-- pieces")
text = "\u4eca\u65e5\u306f, \ub300\ud55c\ubbfc\uad6d, \u4f60\u597d \u00e9\U0001f600"
for name in ("gb18030", "euc_kr", "cp932"):
    data = text.encode(name, "ignore")
    decoder = codecs.getincrementaldecoder(name)()
    parts = [decoder.decode(data[i:i + 1]) for i in range(len(data))]
    print(name, ascii(parts), ascii(decoder.decode(b"", True)))
    print(ascii("".join(codecs.iterdecode([data[:5], data[5:6], data[6:]], name))))
    print(outcome(codecs.getincrementaldecoder(name)().decode, b"\x81", True))
    encoder = codecs.getincrementalencoder(name)("replace")
    print([encoder.encode(character) for character in text], encoder.encode("", True))
    stream = io.BytesIO()
    writer = codecs.getwriter(name)(stream, "replace")
    writer.write(text + "\n")
    writer.writelines([text, "\nend"])
    print(stream.getvalue() == (text + "\n" + text + "\nend").encode(name, "replace"))
    stream.seek(0)
    print(ascii(codecs.getreader(name)(stream).readlines()))

print("-- files")
for name in ("gbk", "big5", "euc_jp", "shift_jis"):
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=name, newline="")
    lines = ["\u4e00\u4e8c\u4e09" * 40 + f" {number}\n" for number in range(200)]
    file.writelines(lines)
    file.flush()
    print(name, len(raw.getvalue()), file.encoding)
    raw.seek(0)
    again = io.TextIOWrapper(raw, encoding=name)
    print([again.read(3), ascii(again.read(1)), again.readline() == lines[0][4:], list(again) == lines[1:]])
    cut = io.TextIOWrapper(io.BytesIO("\u4e00".encode(name)[:1]), encoding=name)
    print(outcome(cut.read))
