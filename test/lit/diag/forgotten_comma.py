# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: forgotten_comma.py:4:6: error: invalid syntax. Perhaps you forgot a comma? [syntax]

f(a, b c)
