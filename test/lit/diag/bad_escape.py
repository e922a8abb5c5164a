# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bad_escape.py:4:10: error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape [string]

x = '\x1'
