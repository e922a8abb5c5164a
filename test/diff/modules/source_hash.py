"""The hash by which importlib knows a source."""
import importlib.util

for size in (0, 1, 7, 8, 9, 16, 100):
    print(size, importlib.util.source_hash(bytes(range(size))).hex())
print(importlib.util.source_hash(bytearray(b"print()")).hex(), importlib.util.source_hash(memoryview(b"x")).hex())
for wrong in ("text", 5, None):
    try:
        importlib.util.source_hash(wrong)
    except TypeError as error:
        print(error)
