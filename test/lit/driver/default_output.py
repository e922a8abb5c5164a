# Without -o: main for programs, the program's own name with an extension for the other kinds.

# RUN: rm -rf %t && mkdir %t && cd %t
# RUN: %pyasyncc %s && %pyasyncc -c %s && %pyasyncc -S %s
# RUN: %pyasyncc --emit=llvm-ir %s && %pyasyncc --emit=bitcode %s
# RUN: ls | FileCheck %s
# CHECK:      default_output.bc
# CHECK-NEXT: default_output.ll
# CHECK-NEXT: default_output.o
# CHECK-NEXT: default_output.s
# CHECK-NEXT: main
# CHECK-NOT:  {{.}}

print("hello")
