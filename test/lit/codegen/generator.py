# A generator is split into a ramp that only makes the object, and a resume function with the body.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

def count(n):
    while n:
        yield n
        n -= 1


for number in count(3):
    print(number)

# CHECK: define internal {{.*}} @py.__main__.count(
# CHECK-NOT: @pyrt_coro_yield
# CHECK: call ptr @pyrt_coro_new(
# CHECK: store ptr @py.__main__.count.resume
# CHECK-NOT: @pyrt_coro_yield
# CHECK: {{^}}}
# CHECK: define internal {{.*}} @py.__main__.count.resume(
# CHECK-DAG: call void @pyrt_coro_yield(
# CHECK-DAG: call void @pyrt_coro_return(
# CHECK-DAG: call void @pyrt_coro_fail(
