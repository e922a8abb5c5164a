# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: double_star_default.py:4:10: error: var-keyword argument cannot have default value [parameter]

def f(**a=1): pass
