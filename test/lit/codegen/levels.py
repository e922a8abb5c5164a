# Every optimisation level, with and without debug information, makes valid code for both targets.

# RUN: %pyasyncc -O0 --verify-ir -c %s -o %t.o
# RUN: %pyasyncc -O1 --verify-ir -c %s -o %t.o
# RUN: %pyasyncc -O3 --verify-ir -g -c %s -o %t.o
# RUN: %pyasyncc -Os --verify-ir -c %s -o %t.o
# RUN: %pyasyncc -Oz --verify-ir -g -c %s -o %t.o
# RUN: llvm-readobj -h %t.o | FileCheck %s --check-prefix=ELF
# RUN: %pyasyncc -O0 --verify-ir -g --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: %pyasyncc -O1 --verify-ir --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: %pyasyncc -O2 --verify-ir --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: %pyasyncc -O3 --verify-ir -g --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: %pyasyncc -Os --verify-ir --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: %pyasyncc -Oz --verify-ir --target=wasm32-wasi -c %s -o %t.wasm.o
# RUN: llvm-readobj -h %t.wasm.o | FileCheck %s --check-prefix=WASM
# REQUIRES: wasm
# ELF: Format: elf
# WASM: Format: WASM

import asyncio


class Counter:
    def __init__(self):
        self.count = 0

    async def __aenter__(self):
        self.count += 1
        return self

    async def __aexit__(self, *details):
        self.count -= 1


async def numbers(limit):
    for number in range(limit):
        yield number * 1.5


async def main():
    async with Counter() as counter:
        try:
            async for number in numbers(3):
                print(counter.count, number)
        finally:
            await asyncio.sleep(0)


asyncio.run(main())
