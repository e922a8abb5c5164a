# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: delete_target.py:4:5: error: cannot delete function call [target]

del f()
