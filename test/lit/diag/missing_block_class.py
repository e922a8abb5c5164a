# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_class.py:5:1: error: expected an indented block after class definition on line 4 [indentation]

class C:
pass
