# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: dict_key.py:4:8: error: ':' expected after dictionary key [syntax]

{a: 1, b}
