# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_dict_comprehension.py:5:10: error: 'yield' inside dict comprehension [scope]

def f():
    {x: (yield x) for x in y}
