# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_no_expression.py:4:12: error: f-string: expression required before '!' [fstring]

x = f'{!r}'
