# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_parameters.py:4:6: error: expected '(' [syntax]

def f:
    pass
