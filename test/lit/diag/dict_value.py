# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: dict_value.py:4:5: error: cannot use a starred expression in a dictionary value [syntax]

{a: *b}
