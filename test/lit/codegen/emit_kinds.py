# Each kind of output is what it says.

# RUN: %pyasyncc --emit=asm %s -o - | FileCheck %s --check-prefix=ASM
# RUN: %pyasyncc -S %s -o - | FileCheck %s --check-prefix=ASM
# RUN: %pyasyncc --emit=bitcode %s -o %t.bc
# RUN: llvm-dis %t.bc -o - | FileCheck %s --check-prefix=IR
# RUN: %pyasyncc --emit=llvm-ir %s -o - | FileCheck %s --check-prefix=IR
# RUN: %pyasyncc -c %s -o %t.o
# RUN: llvm-nm %t.o | FileCheck %s --check-prefix=NM

print(1)

# ASM: pyrt_program:
# IR: @pyrt_program = {{.*}}constant %ProgramInfo
# NM: pyrt_program
