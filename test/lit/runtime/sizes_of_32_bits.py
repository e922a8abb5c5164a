# Sizes that a 64-bit count holds and a 32-bit size does not are MemoryErrors; they are not cut to a small size that is
# written beyond.

# REQUIRES: wasm
# RUN: %run --target=wasm32-wasi %s | FileCheck %s --implicit-check-not=made
# CHECK-COUNT-90: MemoryError
# CHECK: the end

from array import array


def attempt(name, function, *args):
    try:
        made = function(*args)
    except MemoryError:
        print(name, "MemoryError")
    else:
        print(name, "made", len(made))


for size in (2**32 - 40, 2**32 - 1, 2**32, 2**32 + 1, 2**35 + 3):
    attempt("bytes", bytes, size)
    attempt("bytearray", bytearray, size)
    attempt("str", lambda: "a" * size)
    attempt("wide str", lambda: "€" * size)
    attempt("repeated bytes", lambda: b"a" * size)
    attempt("list", lambda: [0] * size)
    attempt("tuple", lambda: (0,) * size)
    attempt("array", lambda: array("d", [1.0]) * size)
    attempt("array of bytes", lambda: array("b", [1]) * size)
    attempt("ljust", "a".ljust, size)
    attempt("rjust", b"a".rjust, size)
    attempt("zfill", "a".zfill, size)
    attempt("format", format, "a", str(size))
    attempt("format of an int", format, 1, str(size))
    attempt("to_bytes", (1).to_bytes, size, "big")
    attempt("percent", lambda: "%*d" % (size, 1))
    attempt("percent of bytes", lambda: b"%*d" % (size, 1))
    attempt("bytearray.ljust", bytearray(b"a").ljust, size)
print("the end")
