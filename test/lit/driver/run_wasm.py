# `run` executes modules for wasm32-wasi under Node.js, with arguments and exit status.

# REQUIRES: wasm
# RUN: %status 3 %run --target=wasm32-wasi %s 3 | FileCheck %s
# CHECK: run_wasm.py 3

import sys

print(sys.argv[0].rpartition("/")[2], sys.argv[1])
sys.exit(int(sys.argv[1]))
