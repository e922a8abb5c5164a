# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: dict_missing_value.py:4:3: error: expression expected after dictionary key and ':' [syntax]

{a: }
