"""chr and ord with their limits, and character arithmetic."""
for n in (0, 9, 65, 127, 128, 255, 256, 0xD7FF, 0xD800, 0xFFFF, 0x10000, 0x10FFFF):
    print(n, ascii(chr(n)), ord(chr(n)) == n, len(chr(n)))
for bad in (-1, 0x110000, 2**70, "a", 1.0, None):
    try:
        print(chr(bad))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
for bad in ("", "ab", 5, b"", b"ab", None, "é\u0301"):
    try:
        print(ord(bad))
    except TypeError as error:
        print(error)
print(ord(b"a"), ord(bytearray(b"z")), chr(True), "".join(map(chr, range(945, 970))), [ord(c) for c in "aé日🐍"])
print([chr(ord("a") + i) for i in range(0, 26, 5)], ord("🐍") - 0x1F400, max("aé日🐍"), min("aé日🐍"))
print({c: "hello".count(c) for c in "hello"}, sum(map(ord, "checksum")), [c for c in map(chr, range(32, 127)) if not c.isalnum()])
