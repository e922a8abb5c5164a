# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_backslash.py:4:16: error: f-string expression part cannot include a backslash [fstring]

x = f'{a + \n}'
