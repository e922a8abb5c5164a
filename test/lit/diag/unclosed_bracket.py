# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unclosed_bracket.py:4:5: error: '(' was never closed [bracket]

x = (1,
y = 2
