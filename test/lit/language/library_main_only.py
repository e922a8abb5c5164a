# Computed names keep no functions that a module has for its run as the main one and that import others: pickle's _test runs
# doctest, which brings pdb and pydoc. Where it is named it is there.

# RUN: %pyasyncc --emit=ir -O0 %s -o - | FileCheck %s
# RUN: sed 's/print(.*)/print(tokenize.main)/' %s >%t.named.py
# RUN: %pyasyncc --emit=ir -O0 %t.named.py -o - | FileCheck %s --check-prefix=NAMED
# RUN: %run -O0 %s | FileCheck %s --check-prefix=OUT

import pickle
import tokenize

print(getattr(pickle, "lo" + "ads")(b"N."), len(tokenize.ENDPATS) if hasattr(tokenize, "END" + "PATS") else "no patterns")

# CHECK-NOT: function @py.{{doctest|argparse|pdb}}
# CHECK-DAG: function @py.pickle._dumps
# CHECK-DAG: function @py.tokenize.untokenize
# CHECK-NOT: function @py.tokenize.main
# CHECK-NOT: function @py.{{doctest|argparse|pdb}}
# NAMED-DAG: function @py.tokenize.main
# NAMED-DAG: function @py.argparse
# OUT: None no patterns
