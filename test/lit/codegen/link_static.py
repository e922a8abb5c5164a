# --static links an executable that needs no shared library. The sanitizers' runtime cannot be so.

# UNSUPPORTED: sanitize
# RUN: %pyasyncc -v --static %s -o %t 2>&1 | FileCheck %s
# RUN: %t | FileCheck %s --check-prefix=OUT

print("linked")

# CHECK: cc {{.*}}-static
# OUT: linked
