# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_block_case.py:6:5: error: expected an indented block after 'case' statement on line 5 [indentation]

match x:
    case 1:
    pass
