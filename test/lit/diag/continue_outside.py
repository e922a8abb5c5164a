# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: continue_outside.py:5:5: error: 'continue' not properly in loop [flow]

def f():
    continue
