# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: starred_twice.py:4:1: error: multiple starred expressions in assignment [target]

*a, *b = c
