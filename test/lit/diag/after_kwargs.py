# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: after_kwargs.py:4:12: error: arguments cannot follow var-keyword argument [parameter]

def f(**k, a):
    pass
