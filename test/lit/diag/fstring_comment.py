# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_comment.py:4:8: error: f-string expression part cannot include '#' [fstring]

f'{a#}'
