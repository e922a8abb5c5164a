# Async generators hand values over with their own runtime function; they are never started hot.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s
# RUN: %pyasyncc -O1 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s --check-prefix=COLD
# COLD-NOT: pyrt_coro_hot

async def numbers():
    yield 1
    yield 2


source = numbers()

# CHECK: define internal {{.*}} @py.__main__.numbers.resume(
# CHECK: call void @pyrt_coro_async_yield(
