# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_type_parameter.py:5:5: error: nonlocal binding not allowed for type parameter 'T' [scope]

def f[T]():
    nonlocal T
