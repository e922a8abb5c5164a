# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: future_unknown.py:4:1: error: future feature nothing is not defined [future]

from __future__ import nothing
