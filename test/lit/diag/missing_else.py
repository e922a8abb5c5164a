# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_else.py:4:5: error: expected 'else' after 'if' expression [syntax]

x = a if b
