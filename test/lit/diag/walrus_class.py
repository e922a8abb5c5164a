# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: walrus_class.py:5:7: error: assignment expression within a comprehension cannot be used in a class body [scope]

class A:
    [(x := y) for y in z]
