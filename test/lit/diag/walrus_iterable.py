# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: walrus_iterable.py:4:14: error: assignment expression cannot be used in a comprehension iterable expression [scope]

[x for x in (y := [1])]
