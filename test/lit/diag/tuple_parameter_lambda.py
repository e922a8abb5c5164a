# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: tuple_parameter_lambda.py:4:12: error: Lambda expression parameters cannot be parenthesized [parameter]

x = lambda (a, b): a
