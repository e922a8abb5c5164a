# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_await.py:5:5: error: cannot assign to await expression here. Maybe you meant '==' instead of '='? [target]

async def f():
    await x = 1
