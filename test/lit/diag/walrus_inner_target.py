# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: walrus_inner_target.py:4:31: error: comprehension inner loop cannot rebind assignment expression target 'j' [scope]

[i for i in y if (j := i) for j in z]
