# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: annotation_target.py:4:1: error: illegal target for annotation [target]

f(): int = 1
