# Awaiting what is not a call of a known coroutine function goes through the runtime, and asks again
# after each resume.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

async def wait(thing):
    return await thing


# CHECK: call i64 @pyrt_await(
# CHECK-NOT: call void @pyrt_await_link(
# CHECK: define internal {{.*}}void @py.__main__.wait.resume(
# CHECK: call i64 @pyrt_await_resume(
