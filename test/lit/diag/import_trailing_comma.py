# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: import_trailing_comma.py:4:17: error: trailing comma not allowed without surrounding parentheses [syntax]

from a import b,
