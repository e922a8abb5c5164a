# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: global_parameter.py:5:5: error: name 'x' is parameter and global [scope]

def f(x):
    global x
