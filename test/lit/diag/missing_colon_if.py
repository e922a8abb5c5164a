# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_colon_if.py:4:5: error: expected ':' [syntax]

if x
    pass
