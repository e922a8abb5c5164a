# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_annotated.py:9:9: error: annotated name 'x' can't be nonlocal [scope]

def outer():
    x = 1

    def f():
        nonlocal x
        x: int = 2
