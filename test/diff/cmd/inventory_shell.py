"""An interactive shell on cmd: commands, help, completion, hooks, shortcuts, unknown and empty lines, and the end of the input."""
import cmd
import io


class Inventory(cmd.Cmd):
    """Things and how many there are."""
    intro = 'Welcome to the inventory.'
    prompt = '> '
    file = None

    def __init__(self, lines):
        super().__init__(stdin=io.StringIO('\n'.join(lines) + '\n'), stdout=io.StringIO())
        self.use_rawinput = False
        self.things, self.seen = {}, []

    def say(self, *words):
        print(*words, file=self.stdout)

    def do_add(self, arg):
        """add NAME [COUNT]: more of a thing."""
        name, _, count = arg.partition(' ')
        try:
            self.things[name] = self.things.get(name, 0) + int(count or 1)
        except ValueError as error:
            self.say('error:', error)

    def complete_add(self, text, line, begin, end):
        return [name for name in sorted(self.things) if name.startswith(text)]

    def do_list(self, arg):
        self.columnize([f'{name}={count}' for name, count in sorted(self.things.items())], displaywidth=30)

    def do_shell(self, arg):
        """!COMMAND: says what would be run."""
        self.say('shell', repr(arg))

    def do_undocumented(self, arg):
        self.say('done')

    def help_topic(self):
        self.say('a topic of its own')

    def do_quit(self, arg):
        """Ends it."""
        return True

    def do_EOF(self, arg):
        self.say('end of the input')
        return True

    def precmd(self, line):
        self.seen.append(line)
        return line.lower() if line.isupper() and line != 'EOF' else line

    def postcmd(self, stop, line):
        if line == 'veto':
            self.say('postcmd')
        return stop

    def preloop(self):
        self.say('before')

    def postloop(self):
        self.say('after')


for lines in (['add nail 5', 'add', 'add nail x', 'list', 'ADD bolt', 'list', 'quit', 'never'], ['help', '?', 'help add', 'help undocumented', 'help topic', 'help nothing', '?list', '!ls -l', 'shell x', 'nonsense 1 2', '', 'veto', 'undocumented'], ['add x', '', '  list  ', '? add', 'EOF']):
    shell = Inventory(lines)
    shell.cmdloop()
    print(shell.stdout.getvalue())
    print(shell.seen, shell.lastcmd, shell.things)
shell = Inventory([])
shell.cmdqueue.extend(['add queued 3', 'list', 'quit'])
shell.cmdloop(intro='another introduction')
print(shell.stdout.getvalue())
for line in ('', '   ', 'add a', '?x', '!y', '!', 'a-b c', 'add', 'x=y', '  spaced  words ', '123 4', 'EOF'):
    print(repr(line), shell.parseline(line))
print(shell.onecmd('add direct 2'), shell.onecmd('quit'), shell.things, shell.get_names()[-1] != '', sorted(shell.completenames('a')), shell.completenames('zz'), shell.complete_help('a'), shell.complete_add('qu', '', 0, 0), shell.completedefault('x'), shell.identchars[:3], shell.ruler, shell.doc_header, shell.misc_header, shell.undoc_header, shell.nohelp)


class Silent(cmd.Cmd):
    def default(self, line):
        print('default', repr(line), file=self.stdout)

    def emptyline(self):
        print('empty', file=self.stdout)


silent = Silent(stdout=io.StringIO())
for line in ('x y', '', 'EOF', '!z', '? q', 'help'):
    silent.onecmd(line)
silent.columnize([])
silent.columnize(['one'])
silent.columnize([str(n) * (n % 5 + 1) for n in range(40)], displaywidth=40)
try:
    silent.columnize(['a', 5])
except TypeError as error:
    print(error)
silent.print_topics('head', ['a', 'b'], 15, 20)
silent.print_topics('none', [], 15, 20)
print(silent.stdout.getvalue())
