# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: fstring_conversion.py:4:9: error: f-string: invalid conversion character: expected 's', 'r', or 'a' [fstring]

f'{a!x}'
