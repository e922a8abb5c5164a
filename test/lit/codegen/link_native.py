# -v shows the link: one object, the runtime's folder and its flags, through the system's cc.

# RUN: %pyasyncc -v %s -o %t 2>&1 | FileCheck %s
# RUN: %t | FileCheck %s --check-prefix=OUT

print("linked")

# CHECK: cc {{.*}}.o -L{{.*}}/native @{{.*}}/native/link.flags
# OUT: linked
