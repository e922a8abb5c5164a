"""Commands with input, output, time limits and failures; pipelines; environment, folder, descriptors; every error of the module."""
# difftest: no-wasi (processes are not there)
import os
import signal
import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT, CalledProcessError, Popen, TimeoutExpired, check_call, check_output, run


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(run(['echo', 'a b'], capture_output=True), run('echo $((1 + 2)); exit 3', shell=True, stdout=PIPE, text=True))
print(run(['cat'], input=b'given', stdout=PIPE).stdout, run(['cat'], input='text é\n', stdout=PIPE, encoding='utf-8').stdout, run(['cat'], input='a\r\nb\n', stdout=PIPE, universal_newlines=True).stdout.splitlines())
print(run(['sh', '-c', 'echo out; echo err >&2'], stdout=PIPE, stderr=STDOUT).stdout, run(['sh', '-c', 'echo err >&2'], stderr=PIPE, text=True).stderr, run(['true'], stdout=DEVNULL).returncode)
print(check_output(['echo', 'x']), check_output('echo y', shell=True, text=True), check_call(['true']), subprocess.call(['false']), subprocess.getoutput('echo z; echo w >&2'), subprocess.getstatusoutput('exit 5'), subprocess.getstatusoutput('kill -9 $$'))
done = run(['sh', '-c', 'echo partial; echo bad >&2; exit 4'], capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr, done.args)
attempt('check', done.check_returncode)
try:
    run(['sh', '-c', 'echo partial; exit 4'], capture_output=True, check=True)
except CalledProcessError as error:
    print(error, error.cmd, error.returncode, error.output, error.stdout, error.stderr, repr(error))
for code in (1, -9, -15, -99, 255):
    print(CalledProcessError(code, ['cmd', 'x']))
try:
    run(['sh', '-c', 'echo early; exec sleep 30'], capture_output=True, timeout=0.3)
except TimeoutExpired as error:
    print(error, error.cmd, error.timeout, error.output, error.stderr)
attempt('check_output', check_output, ['sleep', '30'], timeout=0.05)

first = Popen(['printf', 'b\\na\\nc\\n'], stdout=PIPE)
second = Popen(['sort'], stdin=first.stdout, stdout=PIPE)
third = Popen(['tr', 'a-z', 'A-Z'], stdin=second.stdout, stdout=PIPE, text=True)
first.stdout.close()
second.stdout.close()
print(third.communicate(), [process.wait() for process in (first, second, third)], third.args, third.poll())
with Popen(['sh', '-c', 'while read line; do echo "got $line"; done; echo end'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as talk:
    talk.stdin.write('one\n')
    print(talk.stdout.readline(), end='')
    print('two', file=talk.stdin)
    talk.stdin.close()
    print(talk.stdout.read(), talk.stdout.closed)
print(talk.returncode, talk.stdin.closed, talk.stdout.closed)
sleeper = Popen(['sleep', '30'])
print(sleeper.poll(), sleeper.terminate(), sleeper.wait(), sleeper.returncode == -signal.SIGTERM, sleeper.kill(), sleeper.send_signal(1), repr(sleeper))
stubborn = Popen(['sleep', '30'])
attempt('wait', stubborn.wait, timeout=0.05)
stubborn.kill()
print(stubborn.wait(), stubborn)
late = Popen(['cat'], stdin=PIPE, stdout=PIPE)
try:
    late.communicate(b'some input', timeout=5)
finally:
    print(late.returncode, late.communicate())

os.mkdir('folder')
print(run(['pwd'], cwd='folder', stdout=PIPE, text=True).stdout.strip().endswith('/folder'), run(['env'], env={'ONLY': 'this'}, stdout=PIPE).stdout, run('echo "$0 $1"', shell=True, executable='/bin/bash', stdout=PIPE).stdout if os.path.exists('/bin/bash') else '')
print(run(['sh', '-c', 'echo $0 $1', 'zero', 'one'], stdout=PIPE).stdout, run(['sh', '-c', 'umask'], umask=0o027, stdout=PIPE).stdout, run(['sh', '-c', 'echo $$ $PPID'], stdout=PIPE).stdout.split()[1] == str(os.getpid()).encode())
reading, writing = os.pipe()
print(run(['sh', '-c', f'echo through >&{writing}'], pass_fds=[writing]).returncode, os.read(reading, 100), run(['sh', '-c', f'echo x >&{writing}'], stderr=DEVNULL).returncode != 0)
with open('out.txt', 'w+') as out:
    run(['echo', 'to a file'], stdout=out)
    run(['sh', '-c', 'echo to both >&2'], stdout=out, stderr=STDOUT)
    out.seek(0)
    print(out.read())
print(run(['sh', '-c', 'kill -TERM $$']).returncode, run([b'echo', 'mixed'], stdout=PIPE).stdout, run(('true',)).args, run('true').args, subprocess.list2cmdline(['a b', 'c"d', 'e\\', '']))
print(Popen(['sh', '-c', 'exit 0'], start_new_session=True).wait(), Popen(['true'], preexec_fn=lambda: None).wait(), Popen(['true'], process_group=0).wait(), Popen(['true'], restore_signals=False, close_fds=False).wait())
for label, call in {'missing': lambda: run(['no-such-command']), 'missing cwd': lambda: run(['true'], cwd='none'), 'not executable': lambda: run(['./out.txt']), 'empty': lambda: run([]), 'int': lambda: run(5), 'none': lambda: run(None), 'int argument': lambda: run(['echo', 5]), 'input and stdin': lambda: run(['cat'], input=b'', stdin=PIPE),
                    'capture and stdout': lambda: run(['true'], capture_output=True, stdout=PIPE), 'check_output stdout': lambda: check_output(['true'], stdout=PIPE), 'bytes for text': lambda: run(['cat'], input=b'x', text=True), 'text for bytes': lambda: run(['cat'], input='x'), 'both modes': lambda: run(['true'], text=True, universal_newlines=False),
                    'bufsize': lambda: Popen(['true'], bufsize='x'), 'pass_fds': lambda: Popen(['true'], pass_fds=5), 'preexec': lambda: Popen(['true'], preexec_fn=lambda: 1 / 0), 'env': lambda: run(['true'], env={'a=b': 'c'}), 'nul': lambda: run(['a\0b']), 'fd': lambda: run(['true'], stdout='x'), 'user': lambda: run(['true'], user='no-such-user'),
                    'umask': lambda: run(['true'], umask='x'), 'communicate': lambda: talk.communicate(), 'startupinfo': lambda: Popen(['true'], startupinfo=5), 'flags': lambda: Popen(['true'], creationflags=1), 'process_group': lambda: Popen(['true'], process_group='x')}.items():
    attempt(label, call)
print(issubclass(TimeoutExpired, subprocess.SubprocessError), subprocess.CompletedProcess(['x'], 0, b'o'), subprocess.CompletedProcess('x', 1, stderr='e').check_returncode.__name__, Popen[bytes], subprocess.CompletedProcess[str])
sys.stdout.flush()
