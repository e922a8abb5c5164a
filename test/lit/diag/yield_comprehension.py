# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_comprehension.py:5:14: error: 'yield' inside list comprehension [scope]

def f():
    return [(yield x) for x in y]
