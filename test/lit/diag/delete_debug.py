# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: delete_debug.py:4:5: error: cannot delete __debug__ [target]

del __debug__
