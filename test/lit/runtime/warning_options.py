# The environment chooses what happens to warnings, whether the program imports the module or not.
#
# RUN: %pyasyncc %s -o %t
# RUN: env PYTHONWARNINGS=default %t 2>&1 | FileCheck %s --check-prefix=SHOWN
# RUN: env PYTHONWARNINGS=error::ResourceWarning %t 2>&1 | FileCheck %s --check-prefix=ERROR
# RUN: env PYTHONWARNINGS=default,ignore:unclosed %t 2>&1 | FileCheck %s --check-prefix=IGNORED
# RUN: env PYTHONWARNINGS=wrong,ignore::Wrong,ignore::int,ignore::no.Where,a:b:c:d:e:f,ignore::::x,ignore::::-3 %t 2>&1 | FileCheck %s --check-prefix=WRONG
# RUN: env PYTHONWARNINGS=default,ignore:.nclosed,default %t 2>&1 | FileCheck %s --check-prefix=TEXT
# RUN: env PYTHONWARNINGS=default,ignore:UNCLOSED,default %t 2>&1 | FileCheck %s --check-prefix=ONCE
# RUN: env PYTHONDEVMODE=1 %t 2>&1 | FileCheck %s --check-prefix=DEVELOP

import sys


def drop():
    file = open("/dev/null")
    file = None


drop()
drop()
print("the end", sys.warnoptions, sys.flags.dev_mode, file=sys.stderr)

# SHOWN: warning_options.py:17: ResourceWarning: unclosed file <_io.TextIOWrapper name='/dev/null'
# SHOWN-NEXT: {{^}}  file = None
# SHOWN-NEXT: ResourceWarning: Enable tracemalloc
# SHOWN-NEXT: the end ['default'] False
# ERROR: Exception ignored in: <_io.TextIOWrapper
# ERROR: ResourceWarning: unclosed file
# IGNORED-NOT: unclosed
# IGNORED: the end ['default', 'ignore:unclosed'] False
# WRONG: Invalid -W option ignored: invalid action: 'wrong'
# WRONG-NEXT: Invalid -W option ignored: unknown warning category: 'Wrong'
# WRONG-NEXT: Invalid -W option ignored: invalid warning category: 'int'
# WRONG-NEXT: Invalid -W option ignored: invalid module name: 'no'
# WRONG-NEXT: Invalid -W option ignored: too many fields (max 5): 'a:b:c:d:e:f'
# WRONG-NEXT: Invalid -W option ignored: invalid lineno 'x'
# WRONG-NEXT: Invalid -W option ignored: invalid lineno -3
#
# A field is a text, no regular expression, and an option counts where it stands first.
# TEXT: ResourceWarning: unclosed file
# TEXT: the end ['default', 'ignore:.nclosed']
# ONCE-NOT: unclosed file
# ONCE: the end ['default', 'ignore:UNCLOSED']
# DEVELOP: ResourceWarning: unclosed file
# DEVELOP: the end ['default'] True
