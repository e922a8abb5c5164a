# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: unpacking_order.py:4:8: error: iterable argument unpacking follows keyword argument unpacking [argument]

f(**a, *b)
