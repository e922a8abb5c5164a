# coding: ascii
# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: ascii_source.py:5:1: error: (unicode error) 'ascii' codec can't decode byte 0xc3 in position {{[0-9]+}}: ordinal not in range(128) [encoding]

x = "é"
