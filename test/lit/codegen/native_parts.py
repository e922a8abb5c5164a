# A part of asyncio that is written in C joins a program that mentions what it provides, or that asks for
# attributes by computed names; no other.

# RUN: %pyasyncc -O0 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s
# CHECK-NOT: @pyrt_part_queue
# CHECK: @natives = {{.*}}@pyrt_module_asyncio, ptr @pyrt_part_lock, ptr @pyrt_part_timeout]
# CHECK-NOT: @pyrt_part_queue

# RUN: echo 'import asyncio, sys; print(getattr(asyncio, sys.argv[1]))' > %t.py
# RUN: %pyasyncc -O0 --emit=llvm-ir %t.py -o - | grep -v '^@text' | FileCheck %s --check-prefix=ALL
# ALL: @natives = {{.*}}@pyrt_part_lock,{{.*}} @pyrt_part_queue, {{.*}} @pyrt_part_completed]

# Powers of complex numbers come with an exponent that is no small constant.
# RUN: echo 'import sys; print(len(sys.argv) ** 2)' > %t.square.py
# RUN: %pyasyncc -O0 --emit=llvm-ir %t.square.py -o - | FileCheck %s --check-prefix=SQUARE
# SQUARE-NOT: @pyrt_part_complex_power
# RUN: echo 'import sys; x = len(sys.argv); x **= 0.5; print(x)' > %t.root.py
# RUN: %pyasyncc -O0 --emit=llvm-ir %t.root.py -o - | FileCheck %s --check-prefix=ROOT
# ROOT: @pyrt_part_complex_power

import asyncio


async def main():
    async with asyncio.Lock(), asyncio.timeout(1):
        print("alone")


asyncio.run(main())
