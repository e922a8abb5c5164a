# Warnings: CPython's about doubtful literals, and ours; -Wno-NAME silences one, -Werror makes errors.

# RUN: %pyasyncc --emit=ast -o %t %s 2>&1 | FileCheck %s
# RUN: %pyasyncc -Wno-escape -Wno-literal -Wno-import --emit=ast -o %t %s 2>&1 | count 0
# RUN: %status 1 %pyasyncc -Werror --emit=ast -o %t %s 2>&1 | FileCheck %s --check-prefix=ERROR

import no_such_module_anywhere
# CHECK: warnings.py:7:1: warning: module 'no_such_module_anywhere' is not found [import]
# CHECK: hint: it raises ModuleNotFoundError if the program reaches it; -I adds a folder to the search path
x = "\d"
# CHECK: warnings.py:10:6: warning: invalid escape sequence '\d' [escape]
# CHECK: hint: write the backslash twice, or use a raw string
# ERROR: warnings.py:10:6: error: invalid escape sequence '\d' [escape]
assert (x, "message")
# CHECK: warnings.py:14:1: warning: assertion is always true, perhaps remove parentheses? [literal]
x is 1
# CHECK: warnings.py:16:1: warning: "is" with a literal. Did you mean "=="? [literal]
x is not 1
# CHECK: warnings.py:18:1: warning: "is not" with a literal. Did you mean "!="? [literal]
print("forgotten comma" (x), [1, 2] ["a"], 5 [0], x is ())
# CHECK: warnings.py:20:7: warning: 'str' object is not callable; perhaps you missed a comma? [literal]
# CHECK: warnings.py:20:30: warning: list indices must be integers or slices, not str; perhaps you missed a comma? [literal]
# CHECK: warnings.py:20:44: warning: 'int' object is not subscriptable; perhaps you missed a comma? [literal]
# CHECK: warnings.py:20:51: warning: "is" with a literal. Did you mean "=="? [literal]
