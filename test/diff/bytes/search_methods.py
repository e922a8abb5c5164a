"""find, index, count, startswith, replace, split, strip of bytes and bytearray with ints and buffers."""

for make in (bytes, bytearray):
    data = make(b"banana split")
    print(data.find(b"an"), data.find(97), data.rfind(b"an"), data.rfind(97, 0, 3), data.index(b"s"), data.rindex(110), data.count(b"a"), data.count(97, 2), data.count(b""))
    print(data.startswith(b"ban"), data.startswith((b"x", b"b")), data.endswith(b"lit", 3), data.replace(b"a", b"00"), data.replace(b"", b".", 3))
    print(data.split(), data.split(b"a"), data.split(b"a", 1), data.rsplit(b"a", 1), data.partition(b" "), data.rpartition(b"z"), data.strip(b"bt"), data.lstrip(b"ban"), data.rstrip())
    print(data.removeprefix(b"ban"), data.removesuffix(b"it"), data.translate(None, b"an"), data.translate(bytes(range(256))), make(b"-").join([b"a", bytearray(b"b"), memoryview(b"c")]))
    print(data.upper(), data.title(), data.capitalize(), data.swapcase(), data.center(16, b"*"), data.ljust(14), data.rjust(14, b"."), make(b"-12").zfill(5), make(b"a\tb").expandtabs(3))
    print(make(b"Ab1").isalnum(), make(b"ab").isalpha(), make(b"12").isdigit(), make(b"aB").islower(), make(b"AB").isupper(), make(b"Ab Cd").istitle(), make(b" \n").isspace(), make(b"\x80").isascii(), make(b"").isascii())
    for case in (lambda: data.find("a"), lambda: data.find(256), lambda: data.index(b"zz"), lambda: data.rindex(0), lambda: data.startswith("b"), lambda: data.startswith([b"b"]),
                 lambda: data.split(""), lambda: data.split(b""), lambda: data.replace("a", b"b"), lambda: data.strip("a"), lambda: data.join(["a"]), lambda: data.join([1]), lambda: make(b",").join(5),
                 lambda: data.translate(b"abc"), lambda: data.center(20, "x"), lambda: data.center(20, b"xx"), lambda: data.partition(b""), lambda: data.partition("x"), lambda: data.count(None), lambda: data.removeprefix("b"), lambda: data.count("a"), lambda: data.find(1.5)):
        try:
            print(case())
        except Exception as error:
            print(type(error).__name__, error)
print(bytes.maketrans(b"ab", b"xy")[95:101])
try:
    bytes.maketrans(b"a", b"xy")
except ValueError as error:
    print(error)
