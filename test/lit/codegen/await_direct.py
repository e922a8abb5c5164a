# `await f(x)` with a known f starts f hot: its ramp is called with mode 0, no coroutine object is
# made, and only a suspended callee is linked to its awaiter.

# RUN: %pyasyncc -O1 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

async def leaf(x):
    print(x)
    return x


async def caller(x):
    first = await leaf(x)
    return first, await leaf(x)


# CHECK-LABEL: define internal fastcc i64 @py.__main__.caller(
# CHECK: %[[ANSWER:.*]] = {{(tail )?}}call fastcc i64 @py.__main__.leaf({{.*}}, i32 0)
# CHECK: icmp eq i64 %[[ANSWER]], 98
# CHECK: call void @pyrt_await_link(
# CHECK-NOT: call i64 @pyrt_await(
# CHECK: {{^}}}
