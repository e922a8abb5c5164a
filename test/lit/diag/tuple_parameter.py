# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: tuple_parameter.py:4:10: error: Function parameters cannot be parenthesized [parameter]

def f(a, (b, c)):
    pass
