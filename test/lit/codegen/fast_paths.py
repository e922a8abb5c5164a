# The runtime's small functions come in as bitcode and are inlined; what is not inlined stays a call
# of the runtime library, and nothing of it is emitted again.

# RUN: %pyasyncc --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s
# RUN: %pyasyncc --emit=obj %s -o %t.o
# RUN: llvm-nm %t.o | FileCheck %s --check-prefix=NM

def add(a, b):
    return a + b


print(add(1, 2))

# CHECK: llvm.sadd.with.overflow.i64
# CHECK-NOT: call i64 @pyrt_add(
# NM-NOT: {{ [TtDd] }}pyrt_a
# NM: U rt_binary_slow
