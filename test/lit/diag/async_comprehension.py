# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: async_comprehension.py:5:12: error: asynchronous comprehension outside of an asynchronous function [flow]

def f():
    return [x async for x in y]
