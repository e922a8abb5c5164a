# The output appears whole or not at all; what cannot be written is reported with exit status 2.

# RUN: rm -rf %t && mkdir %t
# RUN: %pyasyncc %s -o %t/program && %t/program | FileCheck %s
# CHECK: it runs

# RUN: %status 2 %pyasyncc %s -o /dev/full 2>&1 | FileCheck %s --check-prefix=FULL
# FULL: error: cannot write /dev/full: No space left on device

# RUN: %status 2 %pyasyncc %s -o %t 2>&1 | FileCheck %s --check-prefix=FOLDER
# FOLDER: error: cannot write {{.*}}: it is a directory; name a file with -o

# RUN: %status 2 %pyasyncc %s -o %t/none/program 2>&1 | FileCheck %s --check-prefix=NONE
# NONE: error: cannot write {{.*}}/none/program: No such file or directory

# A source of the program is not overwritten.
# RUN: cp %s %t/source.py && ln -s source.py %t/link.py
# RUN: %status 2 %pyasyncc %t/source.py -o %t/link.py 2>&1 | FileCheck %s --check-prefix=SOURCE
# SOURCE: error: cannot write {{.*}}/link.py: it is a source of the program; name another file with -o
# RUN: diff %s %t/source.py
# RUN: rm %t/source.py %t/link.py

# A failed compilation leaves the file that was there, and nothing beside it.
# RUN: echo "print(" > %t/broken.py
# RUN: echo before > %t/kept
# RUN: %status 1 %pyasyncc %t/broken.py -o %t/kept
# RUN: FileCheck %s --check-prefix=KEPT --input-file=%t/kept
# KEPT: before
# RUN: ls %t | FileCheck %s --check-prefix=FILES
# FILES:      broken.py
# FILES-NEXT: kept
# FILES-NEXT: program
# FILES-NOT:  {{.}}

print("it runs")
