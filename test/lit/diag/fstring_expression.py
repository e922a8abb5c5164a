# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_expression.py:4:{{[0-9]+}}: error: f-string: invalid syntax. Perhaps you forgot a comma? [syntax]

f'{a b}'
