# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: mixed_tabs.py:6:{{[0-9]+}}: error: inconsistent use of tabs and spaces in indentation [tabs]

if x:
	y
        z
