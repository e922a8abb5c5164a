# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: comprehension_unpacking.py:4:2: error: iterable unpacking cannot be used in comprehension [syntax]

[*a for a in b]
