# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: number_suffix.py:4:5: error: invalid decimal literal [number]

x = 1abc
