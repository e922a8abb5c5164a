# Async generators hand values over with their own runtime function; they are never started hot.

# RUN: %pyasyncc --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s --implicit-check-not=pyrt_coro_hot

async def numbers():
    yield 1
    yield 2


source = numbers()

# CHECK: define internal {{.*}} @py.__main__.numbers.resume(
# CHECK: call void @pyrt_coro_async_yield(
