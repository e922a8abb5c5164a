# A wasm module is linked by wasm-ld itself: its functions keep their names with -g only, and it imports
# nothing but WASI.

# REQUIRES: wasm
# RUN: %pyasyncc -v --target=wasm32-wasi %s -o %t.wasm 2>&1 | FileCheck %s
# RUN: llvm-objdump -h %t.wasm | FileCheck %s --check-prefix=SECTIONS
# RUN: %pyasyncc -g --target=wasm32-wasi %s -o %t.g.wasm
# RUN: llvm-objdump -h %t.g.wasm | FileCheck %s --check-prefix=NAMES
# RUN: obj2yaml %t.wasm | grep "Module:" | FileCheck %s --check-prefix=IMPORTS

async def worker():
    return 1


print(worker)

# CHECK: wasm-ld{{.*}} -m wasm32 {{.*}}/wasm32/crt1-command.o {{.*}}.o -L{{.*}}/wasm32 @{{.*}}/wasm32/link.flags
# SECTIONS: DATA
# SECTIONS-NOT: {{ name }}
# NAMES: {{ name }}
# IMPORTS: wasi_snapshot_preview1
# IMPORTS-NOT: Module:{{ +}}{{[^w]}}
