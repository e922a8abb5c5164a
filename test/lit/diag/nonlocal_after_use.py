# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_after_use.py:9:9: error: name 'x' is used prior to nonlocal declaration [scope]

def outer():
    x = 1

    def f():
        print(x)
        nonlocal x
