# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: non_printable.py:4:6: error: invalid non-printable character U+200B [token]

x = 1​
