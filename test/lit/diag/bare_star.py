# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bare_star.py:4:7: error: named arguments must follow bare * [parameter]

def f(*):
    pass
