# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bad_name_escape.py:4:23: error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name [string]

x = '\N{no such name}'
