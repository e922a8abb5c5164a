"""Runs a command and passes its output on; succeeds if it ends with the status that is asked for:
status.py STATUS COMMAND..."""

import subprocess
import sys

wanted, command = int(sys.argv[1]), sys.argv[2:]
status = subprocess.run(command).returncode
if status != wanted:
    sys.exit(f"status.py: exit status {status}, wanted {wanted}: {' '.join(command)}")
