# A coroutine object is made only where one escapes: there the body is called with mode 1 and is
# suspended before its first operator.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | FileCheck %s

async def work():
    return 1


coroutine = work()
coroutine.close()

# CHECK: define internal i64 @py.__main__.work(i64 %{{.*}}, i32 %{{.*}})
# CHECK: call ptr @pyrt_coro_new(ptr @py.__main__.work.info,
# CHECK: call i64 @pyrt_coro_created(
# CHECK: define internal i64 @py.__main__.work.entry(i64 %{{.*}}, ptr %{{.*}})
# CHECK: call i64 @py.__main__.work(i64 %{{.*}}, i32 1)
# CHECK: define internal i64 @py.__main__.work.ramp(i64 %{{.*}}, ptr %{{.*}})
# CHECK: call i64 @py.__main__.work(i64 %{{.*}}, i32 0)
