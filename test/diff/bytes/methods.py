"""Methods of bytes that mirror those of str, and work on ASCII only."""
b = b"Hello, World \xe9"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b"hello world".capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.count(b"l"), b.index(b"W"))
print(b.split(), b.split(b","), b"a,b,c".rsplit(b",", 1), b" x ".strip(), b"xxax".lstrip(b"x"), b"abc".replace(b"b", b"--"), b"a\nb\r\nc".splitlines(), b"k=v".partition(b"="), b"k=v=w".rpartition(b"="))
print(b"-".join([b"a", bytearray(b"b")]), b"7".zfill(3), b"-7".zfill(4), b"a".center(5, b"*"), b"a".ljust(3) + b"|", b"a".rjust(3, b"."), b"a\tb".expandtabs(4))
print(b"abc".startswith(b"a"), b"abc".endswith((b"x", b"bc")), b"abc".isalpha(), b"a1".isalnum(), b"12".isdigit(), b" \n".isspace(), b"\xe9".isalpha(), b"AB".isupper(), b"Ab".istitle(), b"abc".isascii())
print(b"prefix".removeprefix(b"pre"), b"name.py".removesuffix(b".py"), b"abcabc".translate(None, b"b"), b"abc".translate(bytes(range(1, 256)) + b"\0"), bytes.maketrans(b"ab", b"xy")[95:100])
print(b"%s and %d and %x and %a and %c and %5.1f|" % (b"bytes", 5, 255, "é", 65, 2.25), b"%b" % b"x", b"%-5d|" % 3, b"%(k)s" % {b"k": b"v"})
for action in (lambda: b"a".join(["x"]), lambda: b"a".find("a"), lambda: b"a".split(""), lambda: b"a".split(b""), lambda: b"a".replace("a", "b"), lambda: b"a".index(b"z"), lambda: "a" in b"a",
               lambda: 256 in b"a", lambda: b"%s" % "x", lambda: b"a".nosuch, lambda: b"abc".translate(b"short"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b"a".startswith("a"), lambda: b"a".count(300)):
    try:
        print(action())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class MyBytes(bytes):
    pass


class MyArray(bytearray):
    pass


def extended():
    array = MyArray(b'a')
    array += 'text'


for failing in (lambda: MyBytes() + 1, lambda: MyArray() + 'text', lambda: b'' + 'text', lambda: bytearray() + 1, lambda: MyBytes(b'a') + MyArray(b'b') + '', extended):
    try:
        failing()
    except TypeError as error:
        print(error)
