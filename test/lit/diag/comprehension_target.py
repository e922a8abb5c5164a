# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: comprehension_target.py:4:2: error: did you forget parentheses around the comprehension target? [syntax]

[a, b for a in b]
