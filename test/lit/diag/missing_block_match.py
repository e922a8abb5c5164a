# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_match.py:5:1: error: expected an indented block after 'match' statement on line 4 [indentation]

match x:
case 1: pass
