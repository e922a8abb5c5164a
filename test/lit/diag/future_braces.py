# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: future_braces.py:4:1: error: not a chance [future]

from __future__ import braces
