# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_default.py:4:8: error: expected default value expression [parameter]

def f(a=):
    pass
