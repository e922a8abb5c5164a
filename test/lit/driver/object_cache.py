# Machine code of the library's modules is kept: another program with the same imports, or the next
# version of this one, links the same objects. Any number of compilers may do so at the same time.

# RUN: rm -rf %t.cache
# RUN: env XDG_CACHE_HOME=%t.cache %pyasyncc -v %s -o %t 2>&1 | FileCheck %s --check-prefix=KEPT
# RUN: %t | FileCheck %s --check-prefix=OUT
# RUN: ls %t.cache/pyasyncc/objects >%t.first
# RUN: sed s/some/more/ %s >%t.py
# RUN: env XDG_CACHE_HOME=%t.cache %pyasyncc %t.py -o %t.next
# RUN: %t.next | FileCheck %s --check-prefix=OUT
# RUN: ls %t.cache/pyasyncc/objects | cmp - %t.first

# RUN: rm -rf %t.cache
# RUN: sh -c 'XDG_CACHE_HOME=%t.cache %pyasyncc %s -o %t.a & XDG_CACHE_HOME=%t.cache %pyasyncc %s -o %t.b; wait'
# RUN: %t.a | FileCheck %s --check-prefix=OUT
# RUN: %t.b | FileCheck %s --check-prefix=OUT
# RUN: ls %t.cache/pyasyncc/objects | cmp - %t.first

# RUN: rm -rf %t.cache
# RUN: env XDG_CACHE_HOME=%t.cache %pyasyncc --no-cache -v %s -o %t 2>&1 | FileCheck %s --check-prefix=NOT-KEPT
# RUN: not ls %t.cache
# RUN: %t | FileCheck %s --check-prefix=OUT
# RUN: env XDG_CACHE_HOME=/proc/nowhere %pyasyncc -v %s -o %t 2>&1 | FileCheck %s --check-prefix=NOT-KEPT
# RUN: %t | FileCheck %s --check-prefix=OUT

import textwrap

print(textwrap.fill("some words", 40))

# KEPT: pyasyncc/objects/{{[0-9a-f]+}}.o
# NOT-KEPT-NOT: pyasyncc/objects
# OUT: {{some|more}} words
