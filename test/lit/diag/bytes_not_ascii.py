# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bytes_not_ascii.py:4:5: error: bytes can only contain ASCII literal characters [string]

x = b'é'
