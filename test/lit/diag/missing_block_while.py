# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_while.py:5:1: error: expected an indented block after 'while' statement on line 4 [indentation]

while x:
pass
