# Where the program computes the names of attributes, the modules that it imports stay whole.

# RUN: %pyasyncc --emit=ir %s -o - | FileCheck %s
# RUN: %run %s | FileCheck %s --check-prefix=OUT

import textwrap

print(getattr(textwrap, "ded" + "ent")("  a"), "shorten" in dir(textwrap))

# CHECK-DAG: function @py.textwrap.dedent
# CHECK-DAG: function @py.textwrap.shorten
# OUT: a True
