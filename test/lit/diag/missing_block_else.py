# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_else.py:7:1: error: expected an indented block after 'else' statement on line 6 [indentation]

if x:
    pass
else:
pass
