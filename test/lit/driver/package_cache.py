# Modules of installed packages become objects of their own, which are kept as those of the library
# are: the next version of the program only links them. The program's own modules are not kept apart.

# RUN: rm -rf %t.cache %t.own && mkdir %t.own
# RUN: env XDG_CACHE_HOME=%t.cache PYTHONPATH=%S/Inputs/site-packages %pyasyncc %s -o %t
# RUN: %t | FileCheck %s
# RUN: ls %t.cache/pyasyncc/objects >%t.first
# RUN: sed "s/six/sum/" %s >%t.own/main.py
# RUN: env XDG_CACHE_HOME=%t.cache PYTHONPATH=%S/Inputs/site-packages %pyasyncc %t.own/main.py -o %t.next
# RUN: %t.next | FileCheck %s
# RUN: ls %t.cache/pyasyncc/objects | cmp - %t.first

# RUN: rm -rf %t.cache && cp -r %S/Inputs/site-packages/plainkit %t.own
# RUN: env XDG_CACHE_HOME=%t.cache %pyasyncc %t.own/main.py -o %t.next
# RUN: %t.next | FileCheck %s
# RUN: ls %t.cache/pyasyncc/objects >%t.second
# RUN: not cmp %t.first %t.second

import plainkit

print("six", plainkit.total([1, 2, 3]))
# CHECK: {{six|sum}} 6
