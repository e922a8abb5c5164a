# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: await_in_function.py:5:5: error: 'await' outside async function [flow]

def f():
    await x
