# --dynamic links an evaluator for text that is only known when the program runs; without it exec and
# its like raise. Nothing warns of exec then.

# RUN: %pyasyncc --dynamic -O0 -o %t.exe %s 2>%t.log
# RUN: count 0 <%t.log
# RUN: %t.exe | FileCheck %s
# RUN: %pyasyncc -Wno-dynamic -O0 -o %t.exe %s
# RUN: not %t.exe 2>&1 | FileCheck %s --check-prefix=WITHOUT

space = {}
exec("def double(x):\n    return x * 2", space)
print(space["double"](21), eval("6 * 7 + len(space)"))
# CHECK: 42 44
# WITHOUT: NotImplementedError: exec() is not available in a program compiled ahead of time without --dynamic
