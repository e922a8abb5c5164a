# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: bad_escape_unicode.py:4:11: error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape [string]

x = '\u12'
