# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: invalid_character.py:4:7: error: invalid character '€' (U+20AC) [token]

x = 5 € 3
