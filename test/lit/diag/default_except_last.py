# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: default_except_last.py:6:1: error: default 'except:' must be last [syntax]

try:
    pass
except:
    pass
except A:
    pass
