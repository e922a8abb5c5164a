# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: future_star.py:4:1: error: future feature * is not defined [future]

from __future__ import *
