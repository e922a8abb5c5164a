# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: forgotten_comma_lines.py:5:3: error: invalid syntax. Perhaps you forgot a comma? [syntax]

x = [
  1
  2,
]
