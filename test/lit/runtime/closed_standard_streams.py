# A program whose standard descriptors are closed when it starts has None for these streams, runs and ends as CPython.

# RUN: %pyasyncc %s -o %t
# RUN: sh -c '%t <&-' | FileCheck %s --check-prefix=STDIN
# STDIN: stdin None
# STDIN: stderr open
# RUN: sh -c '%t 2>&-' | FileCheck %s --check-prefix=STDERR
# STDERR: stdin open
# STDERR: stderr None
# RUN: sh -c '%t <&- 2>&-' | FileCheck %s --check-prefix=BOTH
# BOTH: stdin None
# BOTH: stderr None
# RUN: sh -c '%t >&-'
# RUN: sh -c '%t <&- >&- 2>&-'

import sys

for name in ("stdin", "stderr"):
    print(name, "None" if getattr(sys, name) is None else "open")
