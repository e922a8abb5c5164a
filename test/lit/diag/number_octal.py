# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: number_octal.py:4:5: error: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers [number]

x = 0777
