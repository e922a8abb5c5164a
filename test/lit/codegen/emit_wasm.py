# Each kind of output for wasm32 is what it says.

# REQUIRES: wasm
# RUN: %pyasyncc --target=wasm32-wasi -S %s -o - | FileCheck %s --check-prefix=ASM
# RUN: %pyasyncc --target=wasm32-wasi --emit=bitcode %s -o %t.bc
# RUN: llvm-dis %t.bc -o - | FileCheck %s --check-prefix=IR
# RUN: %pyasyncc --target=wasm32-wasi --emit=llvm-ir %s -o - | FileCheck %s --check-prefix=IR
# RUN: %pyasyncc --target=wasm32-wasi -c %s -o %t.o
# RUN: llvm-nm %t.o | FileCheck %s --check-prefix=NM
# RUN: %pyasyncc --target=wasm32-unknown-wasi --emit=exe %s -o %t.wasm
# RUN: llvm-readobj -h %t.wasm | FileCheck %s --check-prefix=WASM
# RUN: %pyasyncc --target=wasm32-wasi --emit=ast %s -o - | FileCheck %s --check-prefix=AST
# RUN: %pyasyncc --target=wasm32-wasi --emit=ir %s -o - | FileCheck %s --check-prefix=PY

print(1)

# ASM: .globaltype __stack_pointer, i32
# ASM: pyrt_program:
# IR: target triple = "wasm32-unknown-wasi"
# IR: @pyrt_program = {{.*}}constant %ProgramInfo
# NM: D pyrt_program
# WASM: Format: WASM
# AST: Call(
# PY: function @py.__main__.<module>
