# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_unclosed.py:4:6: error: f-string: expecting '}' [fstring]

f'{a'
