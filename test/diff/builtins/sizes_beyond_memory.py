"""Sizes that no memory holds: MemoryError or OverflowError, in CPython's words, and nothing is touched."""

import array
import io
import struct
import sys

SIZES = (10**18, 2**60, 2**61, 2**62, 3 * 10**18, 2**63 - 1)


def attempt(name, function, *args):
    try:
        result = function(*args)
    except (MemoryError, OverflowError, ValueError) as error:
        print(name, type(error).__name__, error)
    else:
        print(name, "made", type(result).__name__)


print("-- repeated")
for size in SIZES:
    for value in ("", "a", "ab", "text", "é", "ééé", "€", "€uro", "\U0001f600", b"", b"a", b"ab", b"text",
                  (), (1,), (1, 2), [], [1], [1, 2, 3], array.array("b", [1]), array.array("d", [1, 2])):
        attempt(f"{value!r} * {size}", lambda: value * size)
        attempt(f"{size} * {value!r}", lambda: size * value)

print("-- padded and filled")
for size in SIZES[:-1]:
    attempt(f"ljust {size}", "a".ljust, size)
    attempt(f"center {size}", "é".center, size)
    attempt(f"rjust {size}", b"a".rjust, size)
    attempt(f"bytes center {size}", b"a".center, size)
    attempt(f"zfill {size}", "a".zfill, size)
    attempt(f"pack {size}", struct.pack, f"{size}x")
    attempt(f"bytes zfill {size}", b"a".zfill, size)
    attempt(f"bytes {size}", bytes, size)
    attempt(f"bytearray {size}", bytearray, size)
    attempt(f"to_bytes {size}", (1).to_bytes, size, "big")
    attempt(f"format {size}", format, "a", str(size))
    attempt(f"format int {size}", format, 1, str(size))

print("-- written beyond")


def written(file, place, text):
    file.seek(place)
    file.write(text)
    return file.getvalue()


for size in (2**61, 2**61 + 3, 2**62 - 64):
    attempt(f"BytesIO {size}", written, io.BytesIO(), size, b"x")

print("-- sizes that are C ints")
for size in (2**31, 10**12, *SIZES):
    attempt(f"expandtabs {size}", "\t".expandtabs, size)
    attempt(f"bytes expandtabs {size}", b"\ta".expandtabs, size)
    attempt(f"expandtabs without tabs {size}", "a".expandtabs, size)
    attempt(f"precision {size}", format, 1.5, f".{size}f")
print(b"a\tb\n\tc".expandtabs(3), b"\t\t".expandtabs(0), b"a\tb".expandtabs(-1), bytearray(b"\t.").expandtabs(2))

print("-- lengths that take no memory")
for size in (2**61, 2**62 - 1, 2**62, sys.maxsize):
    numbers = range(size)
    print(numbers.__len__(), bool(numbers), numbers[-1], numbers[::3], numbers.index(size - 1), numbers.count(7))
print(len(range(2**62 - 1)), len(range(0, -(2**61), -2)), len(range(2**70, 2**70 + 5)))
