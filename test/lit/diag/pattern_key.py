# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_key.py:5:10: error: mapping pattern checks duplicate key ('k') [pattern]

match x:
    case {'k': 1, 'k': 2}:
        pass
