# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: dict_comprehension_unpacking.py:4:2: error: dict unpacking cannot be used in dict comprehension [syntax]

{**x for x in y}
