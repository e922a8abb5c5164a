# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_elif.py:7:1: error: expected an indented block after 'elif' statement on line 6 [indentation]

if x:
    pass
elif y:
pass
