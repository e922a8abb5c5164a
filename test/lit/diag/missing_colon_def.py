# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_colon_def.py:4:8: error: expected ':' [syntax]

def f()
    pass
