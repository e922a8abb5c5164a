# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: mismatched_bracket.py:5:4: error: closing parenthesis ']' does not match opening parenthesis '(' on line 4 [bracket]

x = (1,
  2]
