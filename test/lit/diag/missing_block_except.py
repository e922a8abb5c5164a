# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_except.py:7:1: error: expected an indented block after 'except' statement on line 6 [indentation]

try:
    pass
except x:
pass
