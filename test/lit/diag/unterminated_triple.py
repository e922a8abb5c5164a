# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unterminated_triple.py:4:5: error: unterminated triple-quoted string literal (detected at line 5) [string]

x = '''abc
y = 1
