# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: break_outside.py:5:5: error: 'break' outside loop [flow]

if x:
    break
