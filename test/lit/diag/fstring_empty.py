# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_empty.py:4:6: error: f-string: empty expression not allowed [fstring]

f'{}'
