"""The module subprocess."""
# difftest: no-wasi (WASI has no processes)
import subprocess
import sys
from subprocess import PIPE, STDOUT, DEVNULL

print(subprocess.run(['echo', 'hi'], capture_output=True))
print(subprocess.run('echo $0; exit 4', shell=True, stdout=PIPE, text=True))
print(subprocess.run(['cat'], input=b'input', stdout=PIPE).stdout)
print(subprocess.run(['cat'], input='text\n', stdout=PIPE, text=True).stdout)
print(subprocess.check_output(['printf', 'a\\nb']))
print(subprocess.call(['false']), subprocess.call(['true']))
print(subprocess.getstatusoutput('echo x; exit 2'), subprocess.getoutput('echo y'))
for action in (lambda: subprocess.check_call(['false']),
               lambda: subprocess.run(['sh', '-c', 'kill -9 $$'], check=True),
               lambda: subprocess.run(['no-such-program']),
               lambda: subprocess.run(['ls'], cwd='/no/such/folder'),
               lambda: subprocess.run(['ls'], input=b'', stdin=PIPE)):
    try:
        action()
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        print(type(error).__name__, error)
try:
    subprocess.run(['sleep', '5'], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(error.cmd, error.output)
with subprocess.Popen(['sh', '-c', 'read x; echo got $x; echo err >&2'], stdin=PIPE, stdout=PIPE,
                      stderr=PIPE, text=True) as process:
    print(process.poll())
    out, err = process.communicate('value\n')
    print(repr(out), repr(err), process.returncode)
process = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, bufsize=0)
process.stdin.write(b'direct\n')
print(process.stdout.readline())
process.stdin.close()
print(process.stdout.read(), process.wait())
process.stdout.close()
process = subprocess.Popen(['sleep', '30'])
process.terminate()
print(process.wait(timeout=5), process)
process = subprocess.Popen('echo merged; echo two >&2', shell=True, stdout=PIPE, stderr=STDOUT)
print(process.communicate()[0])
print(subprocess.run(['sh', '-c', 'echo $A'], env={'A': 'b'}, stdout=PIPE).stdout)
big = b'z' * 300000
print(subprocess.run(['cat'], input=big, capture_output=True).stdout == big)
print(subprocess.list2cmdline(['a b', 'c"d', 'e\\', '', 'f\\"g']))
print(repr(subprocess.CompletedProcess(['x'], 1, stderr=b'e')))
for wrong in ('text', 3, [1]):
    try:
        subprocess.run(['cat'], input=wrong, capture_output=True)
    except TypeError as error:
        print(error)
