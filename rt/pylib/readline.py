"""The interface of GNU readline: a history and settings. Lines are read without editing.

What edits lines (completion, key bindings, hooks) is remembered and has no effect; the history is what
the program puts there or reads from a file.
"""

_history = []
_limit = -1
_delimiters = ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'
_completer = None
_file = '~/.history'


def _path(filename):
    from os import fspath
    from os.path import expanduser
    return expanduser(_file) if filename is None else fspath(filename)


def add_history(string, /):
    if not isinstance(string, str):
        raise TypeError('bad argument type for built-in operation')
    _history.append(string)


def clear_history():
    _history.clear()


def get_current_history_length():
    return len(_history)


def get_history_item(index, /):
    return _history[index - 1] if 0 < index <= len(_history) else None


def _check(pos):
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_history):
        raise ValueError('No history item at position %d' % pos)


def remove_history_item(pos, /):
    _check(pos)
    del _history[pos]


def replace_history_item(pos, line, /):
    _check(pos)
    _history[pos] = line


def get_history_length():
    return _limit


def set_history_length(length, /):
    global _limit
    _limit = length


def set_auto_history(_value, /):
    bool(_value)


def read_history_file(filename=None, /):
    with open(_path(filename), encoding='utf-8', errors='surrogateescape') as file:
        _history.extend(line.rstrip('\n') for line in file)


def _write(filename, mode, lines):
    path = _path(filename)
    with open(path, mode, encoding='utf-8', errors='surrogateescape') as file:
        file.writelines(line + '\n' for line in lines)
    if _limit >= 0:
        with open(path, encoding='utf-8', errors='surrogateescape') as file:
            kept = file.readlines()
        with open(path, 'w', encoding='utf-8', errors='surrogateescape') as file:
            file.writelines(kept[len(kept) - _limit:] if _limit < len(kept) else kept)


def write_history_file(filename=None, /):
    _write(filename, 'w', _history)


def append_history_file(nelements, filename=None, /):
    if nelements < 0:
        raise ValueError('nelements must be positive')
    _write(filename, 'r+' if nelements == 0 else 'a', _history[len(_history) - nelements:] if nelements else [])


def get_completer():
    return _completer


def set_completer(function=None, /):
    global _completer
    if function is not None and not callable(function):
        raise TypeError('set_completer(func): argument not callable')
    _completer = function


def get_completer_delims():
    return _delimiters


def set_completer_delims(string, /):
    global _delimiters
    _delimiters = string


def get_completion_type():
    return 0


def get_begidx():
    return 0


def get_endidx():
    return 0


def get_line_buffer():
    return ''


def insert_text(string, /):
    pass


def redisplay():
    pass


def parse_and_bind(string, /):
    if not isinstance(string, str):
        raise TypeError('bad argument type for built-in operation')


def read_init_file(filename=None, /):
    with open(_path('~/.inputrc' if filename is None else filename)):
        pass


def _check_hook(name, function):
    if function is not None and not callable(function):
        raise TypeError(f'{name}(func): argument not callable')


def set_completion_display_matches_hook(function=None, /):
    _check_hook('set_completion_display_matches_hook', function)


def set_pre_input_hook(function=None, /):
    _check_hook('set_pre_input_hook', function)


def set_startup_hook(function=None, /):
    _check_hook('set_startup_hook', function)
