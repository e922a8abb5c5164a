# -v shows the link: one object, the runtime's folder and its flags, through the system's cc.

# RUN: %pyasyncc -v %s -o %t 2>&1 | FileCheck %s
# RUN: %pyasyncc -v --static %s -o %t 2>&1 | FileCheck %s --check-prefix=STATIC
# RUN: %t | FileCheck %s --check-prefix=OUT

print("linked")

# CHECK: cc {{.*}}.o -L{{.*}}/native @{{.*}}/native/link.flags
# STATIC: cc {{.*}}-static
# OUT: linked
