# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: continuation.py:4:8: error: unexpected character after line continuation character [token]

x = 1 \ + 2
