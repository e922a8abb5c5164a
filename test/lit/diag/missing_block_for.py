# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_for.py:5:1: error: expected an indented block after 'for' statement on line 4 [indentation]

for x in y:
pass
