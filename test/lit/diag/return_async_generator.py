# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: return_async_generator.py:6:5: error: 'return' with value in async generator [flow]

async def f():
    yield 1
    return 2
