# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_from_async.py:5:5: error: 'yield from' inside async function [flow]

async def f():
    yield from x
