# The ramp of a coroutine function ends by coro_hot_done, its resumed part by coro_return or coro_fail;
# which of the two it is costs nothing at run time: the marker is gone after the split.

# RUN: %pyasyncc --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s --implicit-check-not=py.resumed
# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s --check-prefix=SPLIT --implicit-check-not=py.resumed

import asyncio


async def work(thing):
    return await thing


print(work)

# CHECK: define internal {{.*}} @py.__main__.work(
# CHECK-NOT: call {{.*}} @pyrt_coro_return
# CHECK: call {{.*}} @pyrt_coro_hot_done
# CHECK: {{^}}}
# CHECK: define internal {{.*}} @py.__main__.work.resume(
# CHECK-NOT: call {{.*}} @pyrt_coro_hot_done
# CHECK: call {{.*}} @pyrt_coro_return

# SPLIT: define internal {{.*}} @py.__main__.work.resume(
