# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: walrus_inner_loop.py:4:3: error: assignment expression cannot rebind comprehension iteration variable 'x' [scope]

[(x := 1) for y in z for x in y]
