# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: slash_star_comma.py:4:12: error: expected comma between / and * [parameter]

def f(a, / * b): pass
