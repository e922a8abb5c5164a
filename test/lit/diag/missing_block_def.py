# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_def.py:5:1: error: expected an indented block after function definition on line 4 [indentation]

def f():
pass
