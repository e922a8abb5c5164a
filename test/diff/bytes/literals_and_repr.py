"""bytes and bytearray: literals, constructors, repr, indexing and slices."""
b = b"abc\x00\xff\n'\"\\"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b), repr(b"it's"), repr(b'"'), br"raw\n", b"a" b"b", b"""tri
ple""")
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes(range(5)), bytes("é", "utf-8"), bytes(b"copy"), bytes(bytearray(b"x")), bytes((65, 66)))
print(bytearray(), bytearray(2), bytearray(b"ab"), bytearray("hi", "ascii"), bytearray([7]), bytearray(b"it's"))
for action in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("a"), lambda: bytes(-1), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: b[99], lambda: b["a"],
               lambda: bytearray(b"a")[5], lambda: bytes(None), lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a" * b"b", lambda: b"%d" % "x", lambda: bytes(5, "utf-8")):
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
try:
    b[0] = 1
except TypeError as error:
    print(error)
print(b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"), b"ab" * 3, b"a" + bytearray(b"b"), bytearray(b"a") + b"b", 97 in b"abc", b"bc" in b"abc", sorted([b"b", b"", b"ab"]), hash(b"x") == hash(bytes([120])))
print(bytes.fromhex("00 ff 1a"), b"\x00\xff".hex(), b"\x01\x02\x03".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2), bytearray(b"\xab").hex())
