# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: mixed_literals.py:4:{{[0-9]+}}: error: cannot mix bytes and nonbytes literals [string]

x = 'a' b'b'
