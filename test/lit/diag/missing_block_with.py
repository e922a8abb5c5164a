# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_with.py:5:1: error: expected an indented block after 'with' statement on line 4 [indentation]

with x:
pass
