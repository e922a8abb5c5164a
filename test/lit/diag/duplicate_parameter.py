# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: duplicate_parameter.py:4:10: error: duplicate argument 'x' in function definition [scope]

def f(x, x):
    pass
