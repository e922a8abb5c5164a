# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_set_comprehension.py:5:7: error: 'yield' inside set comprehension [scope]

def f():
    {(yield x) for x in y}
