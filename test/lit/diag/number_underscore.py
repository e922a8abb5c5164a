# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: number_underscore.py:4:6: error: invalid decimal literal [number]

x = 1__0
