# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_parameter.py:8:9: error: name 'x' is parameter and nonlocal [scope]

def outer():
    x = 1

    def f(x):
        nonlocal x
