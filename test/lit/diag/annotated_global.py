# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: annotated_global.py:6:5: error: annotated name 'x' can't be global [scope]

def f():
    global x
    x: int
