# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: slash_after_star.py:4:11: error: / must be ahead of * [parameter]

def f(*a, /): pass
