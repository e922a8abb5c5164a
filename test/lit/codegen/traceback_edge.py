# A failure adds its place to the traceback on the edge it takes; operators with the same place and the
# same handler share the edge. No exception, no cost.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

def total(a, b):
    return a + b


print(total)

# CHECK-LABEL: define internal i64 @py.__main__.total(
# CHECK: %[[SUM:.*]] = call i64 @pyrt_add(
# CHECK: %[[FAILED:.*]] = icmp eq i64 %[[SUM]], 0
# CHECK: br i1 %[[FAILED]], label %{{.*}}, label %{{.*}}, !prof
# CHECK: call void @pyrt_traceback_near(ptr @py.__main__.total.info, i32 %position)
# CHECK: {{^}}}
