# Functions of the library are compiled, and their imports followed, when code in use mentions their
# names; strings count.

# RUN: %pyasyncc --emit=ir %s -o - | FileCheck %s --check-prefixes=CHECK,USED
# RUN: %pyasyncc --emit=ir %s -o - | FileCheck %s --check-prefix=UNUSED
# RUN: %run %s | FileCheck %s --check-prefix=OUT

import graphlib
import textwrap

print(textwrap.fill("some words that are wrapped", 12))
print(getattr(textwrap, "indent")("a", "-"))


def never_called():
    import linecache


# CHECK-DAG: module "linecache"
# USED-DAG: function @py.textwrap.fill
# USED-DAG: function @py.textwrap.indent
# USED-DAG: function @py.__main__.never_called
# UNUSED-NOT: function @py.textwrap.shorten
# UNUSED-NOT: function @py.graphlib.TopologicalSorter.static_order
# OUT: some words
# OUT-NEXT: that are
# OUT-NEXT: wrapped
# OUT-NEXT: -a
