# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: default_order.py:4:12: error: non-default argument follows default argument [parameter]

def f(a=1, b):
    pass
