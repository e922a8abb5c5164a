# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: mixed_tabs.py:7:{{[0-9]+}}: error: inconsistent use of tabs and spaces in indentation [tabs]
# CHECK: hint: use either tabs or spaces for indentation in one block

if x:
	y
        z
