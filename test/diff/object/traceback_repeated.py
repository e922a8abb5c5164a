"""Recursion, repeated lines and a suggestion."""
import sys
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print("rec", e)
def r2(n):
    if n: r2(n - 1)
    else: foo_bar_baz
foo_bar_bax = 1
print("before")
r2(10)
