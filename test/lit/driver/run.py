# `run` passes the arguments after the program on, and ends as the program ends. The second run
# takes the executable from the cache; a changed source does not.

# RUN: %status 7 %run %s -o --target=x 7 | FileCheck %s --check-prefix=ARGUMENTS
# RUN: %status 7 %run %s -o --target=x 7 | FileCheck %s --check-prefix=ARGUMENTS
# ARGUMENTS: run.py -o --target=x 7

# RUN: echo "print('first')" > %t.py
# RUN: %run %t.py | FileCheck %s --check-prefix=FIRST
# FIRST: first
# RUN: echo "print('other')" > %t.py
# RUN: %run %t.py | FileCheck %s --check-prefix=OTHER
# OTHER: other

# Without a cache folder it runs from a temporary file.
# RUN: env XDG_CACHE_HOME=/proc/nowhere %run %t.py | FileCheck %s --check-prefix=OTHER

import sys

print(sys.argv[0].rpartition("/")[2], *sys.argv[1:])
sys.stdout.flush()
sys.exit(int(sys.argv[3]))
