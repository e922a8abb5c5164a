# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: legacy_print.py:4:1: error: Missing parentheses in call to 'print'. Did you mean print(...)? [syntax]

print "hello"
