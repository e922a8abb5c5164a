# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block.py:5:1: error: expected an indented block after 'if' statement on line 4 [indentation]

if x:
y = 1
