# exec() and eval() cannot work in a program that is compiled ahead of time: a warning says so, unless
# the program has functions of that name.

# RUN: %pyasyncc --emit=ast -o %t %s 2>&1 | FileCheck %s

x = eval("1 + 1")
# CHECK:      dynamic.py:6:5: warning: eval() runs code that is not known here [dynamic]
# CHECK-NEXT: x = eval("1 + 1")
# CHECK-NEXT: ^~~~
# CHECK-NEXT: hint: the program is compiled ahead of time: this raises an exception when it runs


def exec(code):
    return code


exec("x")
# CHECK-NOT:  warning:
