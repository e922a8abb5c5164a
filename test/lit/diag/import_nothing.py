# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: import_nothing.py:4:16: error: invalid syntax [syntax]

from x import ()
