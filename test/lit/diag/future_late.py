# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: future_late.py:5:1: error: from __future__ imports must occur at the beginning of the file [future]

x = 1
from __future__ import annotations
