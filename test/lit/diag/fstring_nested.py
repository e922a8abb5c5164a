# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_nested.py:4:15: error: f-string: expressions nested too deeply [fstring]

f'{a:{b:{c}}}'
