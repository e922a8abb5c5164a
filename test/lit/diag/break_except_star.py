# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: break_except_star.py:8:9: error: 'break', 'continue' and 'return' cannot appear in an except* block [flow]

for x in y:
    try:
        pass
    except* A:
        break
