# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: repeated_keyword.py:4:8: error: keyword argument repeated: a [argument]

f(a=1, a=2)
