# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_try.py:5:1: error: expected an indented block after 'try' statement on line 4 [indentation]

try:
pass
