# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: global_after_assignment.py:6:5: error: name 'x' is assigned to before global declaration [scope]

def f():
    x = 1
    global x
