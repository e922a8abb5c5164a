# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_unbound.py:5:5: error: no binding for nonlocal 'x' found [scope]

def f():
    nonlocal x
