# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unmatched_bracket.py:4:6: error: unmatched ')' [bracket]

x = 1)
