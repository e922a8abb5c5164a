# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_expression.py:5:10: error: patterns may only match literals and attribute lookups [pattern]

match x:
    case f"{y}": pass
