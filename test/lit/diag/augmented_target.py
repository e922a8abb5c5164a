# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: augmented_target.py:4:1: error: 'tuple' is an illegal expression for augmented assignment [target]

a, b += 1
