# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: star_default.py:4:9: error: var-positional argument cannot have default value [parameter]

def f(*a=1): pass
