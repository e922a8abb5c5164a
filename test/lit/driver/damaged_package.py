# A module of an installed package that cannot be read is as good as missing.

# RUN: rm -rf %t.site-packages && mkdir %t.site-packages
# RUN: echo "x = = 1" >%t.site-packages/damaged.py
# RUN: env PYTHONPATH=%t.site-packages %pyasyncc -O0 -o %t.exe %s 2>&1 | FileCheck %s --check-prefix=WARNING
# RUN: %t.exe | FileCheck %s
# WARNING: warning: module 'damaged' cannot be compiled: invalid syntax [module]

try:
    import damaged
except ImportError as error:
    print("missing:", error)
# CHECK: missing: No module named 'damaged'
