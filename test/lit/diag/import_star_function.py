# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: import_star_function.py:5:19: error: import * only allowed at module level [scope]

def f():
    from a import *
