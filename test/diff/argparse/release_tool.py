"""A tool with sub-commands as a stranger writes it: nested parsers, parents, groups, types, choices, defaults, help and errors."""
import argparse
import sys


def version(text):
    """A version such as 1.2 as a tuple."""
    try:
        return tuple(int(part) for part in text.split('.'))
    except ValueError:
        raise argparse.ArgumentTypeError(f'{text!r} is no version') from None


def percent(text):
    return int(text.rstrip('%'))


class Pairs(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        key, separator, value = values.partition('=')
        if not separator:
            parser.error(f'{option_string}: {values!r} has no "="')
        pairs = dict(getattr(namespace, self.dest) or {})
        pairs[key] = value
        setattr(namespace, self.dest, pairs)


def make_parser():
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument('-v', '--verbose', action='count', default=0, help='say more (twice: all)')
    level = shared.add_mutually_exclusive_group()
    level.add_argument('--dry-run', action='store_true', help='change nothing')
    level.add_argument('--force', action=argparse.BooleanOptionalAction, default=None, help='do it anyway')
    parser = argparse.ArgumentParser(prog='rel', description='Makes releases. ' * 6, epilog='See the manual.', fromfile_prefix_chars='@')
    parser.add_argument('--version', action='version', version='%(prog)s 1.0')
    parser.add_argument('--config', metavar='FILE', default='rel.ini', help='settings (default: %(default)s)')
    commands = parser.add_subparsers(dest='command', metavar='COMMAND', title='commands', description='what to do', required=True)
    tag = commands.add_parser('tag', parents=[shared], aliases=['t'], help='mark a version')
    tag.add_argument('number', type=version, help='such as 1.2.3')
    tag.add_argument('files', nargs='*', help='what belongs to it')
    tag.add_argument('-m', '--message', nargs='?', const='(editor)', default='none')
    upload = commands.add_parser('upload', parents=[shared], help='bring it to the server', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    upload.add_argument('--rate', type=percent, choices=range(0, 101, 25), default=100, help='how fast')
    upload.add_argument('--set', action=Pairs, dest='settings', metavar='KEY=VALUE', help='may be repeated')
    upload.add_argument('--to', nargs='+', default=['main'], help='servers')
    upload.add_argument('--point', nargs=2, type=float, metavar=('X', 'Y'), help='100%% exact')
    remote = commands.add_parser('remote', help='servers')
    what = remote.add_subparsers(dest='what')
    what.add_parser('list').set_defaults(run=lambda arguments: print('listing with', arguments.config))
    add = what.add_parser('add', prefix_chars='+')
    add.add_argument('+n', '++name', required=True)
    return parser


with open('more.args', 'w') as file:
    file.write('--config\nother.ini\nremote\nlist\n')
parser = make_parser()
for line in ('tag 1.2', 't 1.2.3 a b -m -vv', 'tag 2 -m text --force', 'tag 2 --no-force -- -x', 'upload --rate 50% --set a=1 --set b=2=3 --to x y', 'upload --point 1 -2.5 --verb', 'remote list', 'remote add +n here', 'remote', '--config=x remote', '@more.args',
             '', 'tag', 'tag one', 'upload --rate 33', 'upload --rate x', 'upload --set x', 'upload --to', 'upload --point 1', 'nothing', 'tag 1 --dry-run --force', 'tag 1 --no-such', 'remote add', '--version', '@none.args', 'upload --po 1 2 --d', 'tag 1 --f', 'upload -v3', 'upload --dry-run=1'):
    try:
        sys.stderr = sys.stdout
        arguments = parser.parse_args(line.split())
        run = vars(arguments).pop('run', None)
        print(line, '=>', arguments)
        if run:
            run(arguments)
    except SystemExit as error:
        print(line, '=> exit', error.code)
    finally:
        sys.stderr = sys.__stderr__
for line in ('--help', 'tag -h', 'upload --help', 'remote -h', 'remote add +h'):
    try:
        parser.parse_args(line.split())
    except SystemExit as error:
        print('exit', error.code)
known, rest = parser.parse_known_args(['tag', '1', '--unknown', 'x', '-v'])
print(known, rest)
print(parser.parse_args(['tag', '3'], argparse.Namespace(extra=1, config='kept')))
