# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unexpected_indent.py:5:2: error: unexpected indent [indentation]

x = 1
  y = 2
