# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: slash_twice.py:4:16: error: / may appear only once [parameter]

def f(a, /, b, /):
    pass
