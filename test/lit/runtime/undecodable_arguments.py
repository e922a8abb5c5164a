# Arguments and options of the environment that are no UTF-8 are read as os.fsdecode does.
#
# RUN: %pyasyncc %s -o %t
# RUN: %python -c "import os, sys; os.execv(sys.argv[1], [sys.argv[1], b'a\xff'])" %t | FileCheck %s
# RUN: %python -c "import os, sys; os.execve(sys.argv[1], ['x'], {b'PYTHONWARNINGS': b'\xfe'})" %t 2>&1 | FileCheck %s --check-prefix=OPTION

import sys

print(ascii(sys.argv[1:]), ascii(sys.warnoptions))

# CHECK: ['a\udcff'] []
# OPTION: [] ['\udcfe']
