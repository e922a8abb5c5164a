# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: nonlocal_module.py:4:1: error: nonlocal declaration not allowed at module level [scope]

nonlocal x
