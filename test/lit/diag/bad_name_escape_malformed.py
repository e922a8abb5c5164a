# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bad_name_escape_malformed.py:4:9: error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape [string]

x = '\N'
