# A coroutine function with a handler pushes its own item of the chain of handled exceptions when it
# is started hot, and pops it on its ways out of the ramp; one without handlers does not.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

async def careful(thing):
    try:
        await thing
    except ValueError:
        pass


async def plain(thing):
    await thing


# CHECK-LABEL: define internal i64 @py.__main__.careful(
# CHECK-DAG: call void @pyrt_coro_enter(
# CHECK-DAG: call void @pyrt_coro_leave(
# CHECK-LABEL: define internal i64 @py.__main__.plain(
# CHECK-NOT: @pyrt_coro_enter(
# CHECK-NOT: @pyrt_coro_leave(
# CHECK: {{^}}}
