# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: number_digit.py:4:7: error: invalid digit '8' in octal literal [number]

x = 0o8
