# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: two_stars.py:4:11: error: * argument may appear only once [parameter]

def f(*a, *b):
    pass
