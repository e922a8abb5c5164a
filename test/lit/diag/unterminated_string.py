# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unterminated_string.py:4:5: error: unterminated string literal (detected at line 4) [string]

x = 'abc
