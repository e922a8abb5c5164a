# -g: lines, functions and variables of the Python source, also in resumed parts of a coroutine.

# RUN: %pyasyncc -g -c %s -o %t.o
# RUN: llvm-dwarfdump --debug-line %t.o | FileCheck %s --check-prefix=LINES
# RUN: llvm-dwarfdump --debug-info %t.o | FileCheck %s

async def worker(size, thing):
    answer = await thing
    return answer + size


print(worker)

# LINES: name: "{{.*}}debug.py"
# CHECK: DW_AT_language (DW_LANG_Python)
# CHECK: DW_AT_name {{.*}}debug.py
# CHECK: DW_TAG_subprogram
# CHECK: DW_AT_linkage_name ("py.__main__.worker{{.*}}")
# CHECK: DW_TAG_formal_parameter
# CHECK: DW_AT_name ("size")
# CHECK: DW_AT_name ("answer")
