# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_and_global.py:8:9: error: name 'x' is nonlocal and global [scope]

def outer():
    x = 1

    def f():
        global x
        nonlocal x
