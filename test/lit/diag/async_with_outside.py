# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: async_with_outside.py:5:5: error: 'async with' outside async function [flow]

def f():
    async with x:
        pass
