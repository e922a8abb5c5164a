# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: return_outside.py:4:1: error: 'return' outside function [flow]

return 1
