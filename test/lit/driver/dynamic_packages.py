# An installed package whose code runs text that is not known before brings the evaluator by itself:
# nothing warns of it, -v and --imports name the call.

# RUN: env PYTHONPATH=%S/Inputs/site-packages %pyasyncc -O0 -o %t.exe %s 2>%t.log
# RUN: count 0 <%t.log
# RUN: %t.exe | FileCheck %s
# RUN: env PYTHONPATH=%S/Inputs/site-packages %pyasyncc -Werror -v -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=WHY
# RUN: env PYTHONPATH=%S/Inputs/site-packages %pyasyncc --imports %s | FileCheck %s --check-prefix=IMPORTS

import textkit

print(textkit.calculate("double(4)"), eval("double(x)", {"double": textkit.double, "x": 21}))
# CHECK: 8 42
# WHY: evaluator of exec, eval and compile: eval() in textkit, line 9 ({{.*}}site-packages{{.}}textkit{{.}}__init__.py)
# IMPORTS: {{^}}    _dynamic: {{[1-9][0-9]*}} bytes, line 9
# IMPORTS: {{^}}evaluator of exec, eval and compile: eval() in textkit, line 9

# What is found by -I is installed if it lies in such a folder.
# RUN: %pyasyncc -I %S/Inputs/site-packages -v -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=WHY

# --no-dynamic refuses it; then the program's own calls are warned of.
# RUN: env PYTHONPATH=%S/Inputs/site-packages %pyasyncc --no-dynamic -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=REFUSED
# RUN: not %t.exe 2>&1 | FileCheck %s --check-prefix=RAISED
# REFUSED-NOT: textkit
# REFUSED: dynamic_packages.py:12:39: warning: eval() runs code that is not known here [dynamic]
# RAISED: NotImplementedError: eval() is not available in a program compiled ahead of time without --dynamic

# Modules of the program's own, and functions that nothing names, bring nothing.
# RUN: rm -rf %t.own %t.paths && mkdir %t.own %t.paths
# RUN: cp -r %S/Inputs/site-packages/textkit %t.own && cp -r %S/Inputs/site-packages/textkit %t.paths
# RUN: cp %s %t.own/main.py
# RUN: %pyasyncc -v -O0 -o %t.exe %t.own/main.py 2>&1 | FileCheck %s --check-prefix=OWN
# RUN: env PYTHONPATH=%t.own %pyasyncc -v -O0 -o %t.exe %t.own/main.py 2>&1 | FileCheck %s --check-prefix=OWN
# RUN: %pyasyncc -I %t.paths -v -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=OWN
# OWN-NOT: evaluator of
# OWN: textkit/__init__.py:9:12: warning: eval() runs code that is not known here [dynamic]
# OWN-NOT: evaluator of
# RUN: env PYTHONPATH=%t.paths %pyasyncc -Werror -v -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=PATHS
# PATHS: evaluator of exec, eval and compile: eval() in textkit, line 9
# RUN: printf 'import textkit\nprint(textkit.double(4))\n' >%t.unused.py
# RUN: env PYTHONPATH=%t.paths %pyasyncc -v -O0 -o %t.exe %t.unused.py 2>&1 | FileCheck %s --check-prefix=UNUSED
# UNUSED-NOT: evaluator of
