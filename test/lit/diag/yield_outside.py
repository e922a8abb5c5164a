# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_outside.py:5:5: error: 'yield' outside function [flow]

class A:
    yield 1
