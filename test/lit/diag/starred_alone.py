# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: starred_alone.py:4:5: error: can't use starred expression here [target]

x = *a
