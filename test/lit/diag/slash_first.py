# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: slash_first.py:4:7: error: at least one argument must precede / [parameter]

def f(/, a): pass
