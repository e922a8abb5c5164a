# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: annotated_target.py:4:1: error: only single target (not tuple) can be annotated [target]

(a, b): int
