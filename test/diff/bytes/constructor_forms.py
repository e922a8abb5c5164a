"""bytes() and bytearray() from everything, with the errors' words."""


class Buffered:
    def __bytes__(self):
        return b"from __bytes__"


class Wrong:
    def __bytes__(self):
        return "text"


class Index:
    def __index__(self):
        return 3


for make in (bytes, bytearray):
    print(make(), make(3), make(b"abc"), make([1, 2, 255]), make("é", "utf-8"), make("a", encoding="latin-1", errors="strict"), make(range(4)),
          make(memoryview(b"xyz")), make(x for x in (65, 66)), make(Index()), make(bytearray(b"q")), make((True, False)))
    for case in (lambda: make("text"), lambda: make(-1), lambda: make([256]), lambda: make([-1]), lambda: make(["a"]), lambda: make(1.5), lambda: make(None),
                 lambda: make(5, "utf-8"), lambda: make(b"x", "utf-8"), lambda: make(object()), lambda: make("é", "ascii"), lambda: make(errors="strict"),
                 lambda: make([1.5]), lambda: make(1, 2, 3, 4), lambda: make(x=1), lambda: make(10**20), lambda: make([10**20])):
        try:
            print(case())
        except Exception as error:
            print(type(error).__name__, error)
print(bytes(Buffered()), bytes(Index()))
for case in (lambda: bytes(Wrong()), lambda: bytearray(Buffered()), lambda: bytes.fromhex("0g"), lambda: bytes.fromhex("abc"), lambda: bytes.fromhex(b"ab"), lambda: bytes.fromhex("é")):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
print(bytes.fromhex(" 00 ff\t7F "), bytearray.fromhex("DEAD beef"), b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"abcdef".hex("_", 2), b"abcdef".hex("_", -4))
class Sub(bytes):
    pass
class OtherSub(bytes):
    pass
class Gives:
    def __bytes__(self):
        return OtherSub(b"abc")
class Blocked(bytes):
    __bytes__ = None
class Changed(bytes):
    def __bytes__(self):
        return b"changed"
class BlockedList(list):
    __bytes__ = None
print(type(bytes(Gives())).__name__, type(Sub(Gives())).__name__, Sub(Gives()), bytes(Changed(b"x")), type(bytes(Sub(b"q"))).__name__)
one = b"repeated"
print(one * 1 is one, (Sub(b"x") * 1), type(Sub(b"x") * 1).__name__)
for case in (lambda: bytes(Blocked(b"ab")), lambda: bytes(BlockedList([1])), lambda: bytes("", errors="ignore"), lambda: bytearray("x", errors="strict"), lambda: bytes(1, errors="x"),
             lambda: 2**70 in b"ab", lambda: -1 in bytearray(b"ab"), lambda: b"ab".find(2**70), lambda: bytearray(b"ab").count(-2**70), lambda: bytearray(b"ab").append(2**70),
             lambda: bytearray(b"ab").remove(256), lambda: bytes([1, -2**70]), lambda: bytearray([2**70]), lambda: bytearray(b"ab").insert(0, 2**70), lambda: bytearray(b"ab").__setitem__(0, 2**70)):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
