# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_class_attribute.py:5:19: error: attribute name repeated in class pattern: a [pattern]

match x:
    case C(a=1, a=2): pass
