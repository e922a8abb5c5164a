# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: annotation_as_text.py:7:5: error: 'named expression' can not be used within an annotation
# CHECK: annotation_as_text.py:8:13: error: 'yield expression' can not be used within an annotation

from __future__ import annotations

x: (y := 3)
def f() -> (yield): pass
