# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: async_for_outside.py:5:5: error: 'async for' outside async function [flow]

def f():
    async for x in y:
        pass
