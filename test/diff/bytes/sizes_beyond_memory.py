"""What no memory has room for, also where addresses have 32 bits and a size must not be cut to them."""
import array
import collections
import io
import struct


def attempt(name, function):
    try:
        print(name, len(function()))
    except MemoryError as error:
        print(name, repr(error))
    except (OverflowError, ValueError, struct.error) as error:
        print(name, type(error).__name__, error)


def written(file, place, text):
    file.seek(place)
    file.write(text)
    return file.getvalue()


for size in 2**61, 2**61 + 3, 2**62 - 64:
    print("--", size)
    attempt("bytes", lambda: bytes(size))
    attempt("bytearray", lambda: bytearray(size))
    attempt("times", lambda: b"x" * size)
    attempt("ljust", lambda: b"x".ljust(size))
    attempt("center", lambda: b"x".center(size))
    attempt("zfill", lambda: b"x".zfill(size))
    attempt("to_bytes", lambda: (5).to_bytes(size, "big"))
    attempt("str times", lambda: "x" * size)
    attempt("str ljust", lambda: "x".ljust(size))
    attempt("str zfill", lambda: "x".zfill(size))
    attempt("list", lambda: [1] * size)
    attempt("tuple", lambda: (1,) * size)
    attempt("array", lambda: array.array("b", b"x") * size)
    attempt("pack", lambda: struct.pack(f"{size}x"))
    attempt("BytesIO", lambda: written(io.BytesIO(), size, b"x"))
