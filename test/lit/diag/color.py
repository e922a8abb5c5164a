# --color=always paints the severity and the caret; never, and auto into a pipe, do not.

# RUN: not %pyasyncc --color=always --emit=ast -o - %s 2>&1 | FileCheck %s
# RUN: not %pyasyncc --color=never --emit=ast -o - %s 2>&1 | FileCheck %s --check-prefix=PLAIN
# RUN: not %pyasyncc --color=auto --emit=ast -o - %s 2>&1 | FileCheck %s --check-prefix=PLAIN
# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s --check-prefix=PLAIN

x = 1 2
# CHECK: {{.}}[1;31merror:{{.}}[0m{{.}}[1m invalid syntax
# CHECK: {{.}}[1;32m^
# PLAIN: color.py:8:7: error: invalid syntax [syntax]
