# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: positional_after_keyword.py:4:9: error: positional argument follows keyword argument [argument]

f(a=1, b)
