# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_yield.py:5:5: error: assignment to yield expression not possible [target]

def f():
    yield = 1
