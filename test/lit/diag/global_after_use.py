# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: global_after_use.py:6:5: error: name 'x' is used prior to global declaration [scope]

def f():
    print(x)
    global x
