# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_single_brace.py:4:6: error: f-string: single '}' is not allowed [fstring]

f'a}'
