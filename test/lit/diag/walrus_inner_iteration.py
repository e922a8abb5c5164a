# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: walrus_inner_iteration.py:4:4: error: assignment expression cannot rebind comprehension iteration variable 'x' [scope]

[[(x := 0) for y in z] for x in z]
