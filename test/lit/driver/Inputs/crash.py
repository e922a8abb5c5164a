"""Sends a fatal signal to a compiler that waits for its program: crash.py COMPILER."""

import signal
import subprocess
import sys
import time

compiler = subprocess.Popen([sys.argv[1], "-", "-o", "out"], stdin=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)
while "pipe_r" not in open(f"/proc/{compiler.pid}/wchan").read():
    if open(f"/proc/{compiler.pid}/stat").read().rpartition(")")[2].split()[0] == "S":
        break
    time.sleep(0.01)
compiler.send_signal(signal.SIGSEGV)
print(compiler.communicate()[1])
print("status", compiler.returncode)
