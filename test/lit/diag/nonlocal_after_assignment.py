# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_after_assignment.py:9:9: error: name 'x' is assigned to before nonlocal declaration [scope]

def outer():
    x = 1

    def f():
        x = 2
        nonlocal x
