"""What the comparisons with programs of others share: packages of Debian, and running under a limit.

Packages are downloaded with package lists of our own in a folder that the caller names; nothing of the
system is changed. Used by packages/suites.py and cpython/run; not part of CI, for it needs the network.
"""
import os
import signal
import subprocess

CPYTHON = '/usr/bin/python3'
SOURCES = """Types: deb deb-src
URIs: http://deb.debian.org/debian
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
"""


def apt_environment(work):
    return {**os.environ, 'APT_CONFIG': str(work / 'apt' / 'apt.conf')}


def prepare_apt(work):
    """Package lists of our own in `work`, so that `apt-get` finds packages whatever the system's lists are."""
    folder = work / 'apt'
    if not (folder / 'apt.conf').exists():
        (folder / 'parts').mkdir(parents=True, exist_ok=True)
        (folder / 'lists' / 'partial').mkdir(parents=True, exist_ok=True)
        (folder / 'parts' / 'debian.sources').write_text(SOURCES)
        (folder / 'apt.conf').write_text(
            'Dir::Etc::sourcelist "/dev/null";\nDir::Etc::sourceparts "%s/parts";\n'
            'Dir::State::lists "%s/lists";\nAPT::Sandbox::User "root";\n' % (folder, folder))
        subprocess.run(['apt-get', 'update', '-qq'], env=apt_environment(work), check=True)


def download(work, folder, package, verb=('download',)):
    """Puts what `apt-get VERB PACKAGE` fetches into `folder`; leaves it empty if Debian's server has no such package."""
    prepare_apt(work)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(['apt-get', '-qq', *verb, package], cwd=folder, env=apt_environment(work),
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def unpack(download_folder, root):
    """Unpacks the binary packages in one folder below another; answers whether there were any."""
    archives = sorted(download_folder.glob('*.deb'))
    for archive in archives:
        subprocess.run(['dpkg', '-x', archive, root], check=True)
    return bool(archives)


def run(command, folder, environment, limit):
    """What the command prints; when its time is over, all that it started ends with it."""
    program = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               stdin=subprocess.DEVNULL, text=True, errors='replace', start_new_session=True)
    try:
        return program.communicate(timeout=limit)[0]
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        return program.communicate()[0] + '\nTIMEOUT\n'
