# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: await_outside.py:4:1: error: 'await' outside function [flow]

await x
