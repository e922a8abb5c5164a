# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: backslash_end.py:4:9: error: unexpected EOF while parsing [token]

x = 1 + \