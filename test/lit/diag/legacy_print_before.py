# What reads like a statement of Python 2 is complained about only if there is an error behind it; then it comes first.
# RUN: split-file %s %t
# RUN: not %pyasyncc --emit=ast -o - %t/later.py 2>&1 | FileCheck --check-prefix=LATER %s
# LATER: later.py:2:1: error: Missing parentheses in call to 'print'. Did you mean print(...)? [syntax]
# RUN: not %pyasyncc --emit=ast -o - %t/colon.py 2>&1 | FileCheck --check-prefix=COLON %s
# COLON: colon.py:2:4: error: expected ':'
# RUN: not %pyasyncc --emit=ast -o - %t/field.py 2>&1 | FileCheck --check-prefix=FIELD %s
# FIELD: field.py:2:{{.*}} error: f-string: invalid syntax

#--- later.py
print[0] = print
print -1
y = (3 3)
#--- colon.py
f(print *2)
try
    pass
#--- field.py
f(print *2)
x = f"{a b}"
