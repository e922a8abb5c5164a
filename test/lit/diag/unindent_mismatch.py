# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unindent_mismatch.py:6:{{[0-9]+}}: error: unindent does not match any outer indentation level [indentation]

if x:
    y
  z
