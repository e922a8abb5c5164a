# The descriptor -1 is none; where CPython hands the C library a null pointer for it (and, for
# pathconf, dies), the system's own answer to a bad address is raised.
# RUN: %pyasyncc run %s | FileCheck %s
import os

CALLS = [
    lambda: os.pathconf(-1, 'PC_NAME_MAX'),
    lambda: os.stat(-1),
    lambda: os.statvfs(-1),
    lambda: os.chdir(-1),
    lambda: os.chmod(-1, 0o600),
    lambda: os.chown(-1, -1, -1),
    lambda: os.truncate(-1, 3),
    lambda: os.getxattr(-1, 'user.a'),
    lambda: os.setxattr(-1, 'user.a', b''),
    lambda: os.removexattr(-1, 'user.a'),
]
for call in CALLS:
    try:
        call()
    except OSError as error:
        print(error)
# CHECK-COUNT-10: [Errno 14] Bad address: -1
