"""The parts of inspect that few programs ask for: sources, tracebacks' frames, classes' trees, getcallargs.

Sources are read from the files that a function's code names, if they are still there when the program runs.
"""
# CPython: file inspect.py

import functools
import inspect
import linecache
import os
import sys
import types
from collections import namedtuple

Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Attribute = namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


class Traceback(namedtuple('Traceback', 'filename lineno function code_context index')):
    """Where a frame is; `positions` as of 3.11."""

    positions = None


class FrameInfo(namedtuple('FrameInfo', 'frame filename lineno function code_context index')):
    positions = None


# -- files and sources ----------------------------------------------------------------------------

def getmodule(object, _filename=None):
    if inspect.ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)  # CPython: 984
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        if getattr(module, '__file__', None) and os.path.abspath(module.__file__) == file:
            return module
    return None


def getfile(object):
    if inspect.ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))  # CPython: 901
    if inspect.isclass(object):
        module = sys.modules.get(getattr(object, '__module__', None))
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')  # CPython: 908
        raise TypeError('{!r} is a built-in class'.format(object))  # CPython: 909
    code = _code_of(object)
    if code is None:
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got {}'  # CPython: inspect.py:920
                        .format(type(object).__name__))
    return code.co_filename


def _code_of(object):
    if inspect.ismethod(object):
        object = object.__func__
    if inspect.isfunction(object):
        return object.__code__
    if inspect.istraceback(object):
        object = object.tb_frame
    if inspect.isframe(object):
        return object.f_code
    return object if inspect.iscode(object) else None


def getsourcefile(object):
    file = getfile(object)  # CPython: inspect.py:940
    return file if os.path.exists(file) else None


def getabsfile(object, _filename=None):
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def findsource(object):
    """The lines of the file and where in them the object begins."""
    file = getsourcefile(object)  # CPython: inspect.py:1063
    lines = linecache.getlines(file) if file else []
    if not lines:
        raise OSError('could not get source code')  # CPython: 1081
    if inspect.ismodule(object):
        return lines, 0
    if inspect.isclass(object):
        return lines, _class_line(lines, object)
    if inspect.istraceback(object) or inspect.isframe(object):
        return lines, (object.tb_lineno if inspect.istraceback(object) else object.f_lineno) - 1
    line = _code_of(object).co_firstlineno - 1
    if line >= len(lines):
        raise OSError('lineno is out of bounds')  # CPython: 1116
    return lines, line


def _class_line(lines, cls):
    """The line of the class statement, or of its first decorator: the one whose nesting is the qualified name."""
    import tokenize
    wanted = cls.__qualname__.split('.')
    outer, depth, first, kept, begins = [], 0, None, None, True
    for kind, text, start, _, _ in tokenize.generate_tokens(iter(lines).__next__):
        if kind in (tokenize.COMMENT, tokenize.NL):
            continue
        if kind == tokenize.INDENT or kind == tokenize.DEDENT:
            depth += 1 if kind == tokenize.INDENT else -1
            continue
        if kept is not None:  # the name after `class` or `def`
            names = [name for _, inner in outer for name in inner] + [text]
            if kept == 'class' and names == wanted:
                return first - 1
            outer.append((depth, [text] if kept == 'class' else [text, '<locals>']))
            kept = first = None
        elif begins:
            while outer and outer[-1][0] >= depth:
                outer.pop()
            first = (first or start[0]) if text in ('@', 'class', 'def', 'async') else None
        if kind == tokenize.NAME and text in ('class', 'def'):
            kept = text
        begins = kind == tokenize.NEWLINE
    raise OSError('could not find class definition')


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getblock(lines):
    """The lines of the statement at the beginning of `lines`: decorators, head and body, or those of a lambda."""
    import tokenize
    last, indent, body = 1, 0, None
    begun = is_lambda = decorator = skipping = False
    try:
        for kind, text, start, end, _ in tokenize.generate_tokens(iter(lines).__next__):
            if not begun and not decorator:
                decorator, is_lambda = text == '@', text == 'lambda'
                begun = is_lambda or text in ('def', 'class')
                skipping = True
            elif kind == tokenize.NEWLINE:
                skipping = decorator = False
                last = start[0]
                if is_lambda:
                    break
            elif skipping:
                continue
            elif kind == tokenize.INDENT:
                body = end[1] if body is None and begun else body
                indent += 1
                skipping = True
            elif kind == tokenize.DEDENT:
                indent -= 1
                if indent <= 0:
                    break
            elif kind == tokenize.COMMENT:
                if body is not None and start[1] >= body:
                    last = start[0]
            elif indent == 0 and kind != tokenize.NL:
                break
    except IndentationError:
        pass
    return lines[:last]


def getsourcelines(object):
    object = inspect.unwrap(object)
    lines, line = findsource(object)  # CPython: inspect.py:1244
    if inspect.istraceback(object):
        object = object.tb_frame
    if inspect.ismodule(object) or (inspect.isframe(object) and object.f_code.co_name == '<module>'):
        return lines, 0
    return getblock(lines[line:]), line + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])  # CPython: inspect.py:1262


def getcomments(object):
    """The comment lines directly above an object."""
    try:
        lines, line = findsource(object)
    except (OSError, TypeError):
        return None
    if inspect.ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        end = start
        while end < len(lines) and lines[end].strip() in ('', '#') or lines[end:end + 1] and lines[end][0] == '#':
            end += 1
        return ''.join([text.expandtabs() for text in lines[start:end] if text.startswith('#')]) or None
    indent, found = indentsize(lines[line]), []
    while line and lines[line - 1].lstrip()[:1] == '#' and indentsize(lines[line - 1]) == indent:
        line -= 1
        found.insert(0, lines[line].expandtabs().lstrip())
    return ''.join(found) or None


# -- frames ---------------------------------------------------------------------------------------

def getframeinfo(frame, context=1):
    line = frame.tb_lineno if inspect.istraceback(frame) else frame.f_lineno
    if inspect.istraceback(frame):
        frame = frame.tb_frame
    if not inspect.isframe(frame):
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))  # CPython: 1686
    file = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        all_lines = linecache.getlines(file)
        start = max(0, min(line - 1 - context // 2, len(all_lines) - context))
        if all_lines:
            lines = all_lines[start:start + context]
            index = line - 1 - start
    return Traceback(file, line, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._call_site(), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)  # CPython: 1759


def getlineno(frame):
    return frame.f_lineno


def getargs(code):
    if not inspect.iscode(code):
        raise TypeError('{!r} is not a code object'.format(code))  # CPython: 1313
    names, count = code.co_varnames, code.co_argcount + code.co_kwonlyargcount
    varargs = varkw = None
    if code.co_flags & inspect.CO_VARARGS:
        varargs = names[count]
        count += 1
    if code.co_flags & inspect.CO_VARKEYWORDS:
        varkw = names[count]
    return Arguments(list(names[:code.co_argcount + code.co_kwonlyargcount]), varargs, varkw)


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)  # CPython: 1438
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    found = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        found.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        found.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(found) + ')'


def getgeneratorlocals(generator):
    if not inspect.isgenerator(generator):
        raise TypeError('{!r} is not a Python generator'.format(generator))  # CPython: 1887
    return {}


def getcoroutinelocals(coroutine):
    return {}


# -- classes --------------------------------------------------------------------------------------

def walktree(classes, children, parent):
    results = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)  # CPython: 1300


def getmembers_static(object, predicate=None):
    found = [(name, inspect.getattr_static(object, name)) for name in sorted(set(dir(object)))]
    return [(name, value) for name, value in found if predicate is None or predicate(value)]


def classify_class_attrs(cls):
    result = []
    for name in sorted(set(dir(cls)) - {'__dict__'} if cls is not type else dir(cls)):
        owner = next((base for base in cls.__mro__ + type(cls).__mro__ if name in base.__dict__), None)
        if owner is None:
            continue
        value = owner.__dict__[name]
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = 'static method'
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = 'class method'
        elif isinstance(value, property):
            kind = 'property'
        else:
            kind = 'method' if inspect.isroutine(value) else 'data'
        shown = value
        if kind in ('static method', 'class method') and isinstance(value, (staticmethod, classmethod)):
            shown = value
        result.append(Attribute(name, kind, owner, shown))
    return result


# -- calls ----------------------------------------------------------------------------------------

def getclosurevars(func):
    if inspect.ismethod(func):
        func = func.__func__
    if not inspect.isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))  # CPython: 1597
    names = func.__code__.co_freevars
    nonlocals = {name: cell.cell_contents for name, cell in zip(names, func.__closure__ or ())}
    return ClosureVars(nonlocals, {}, {}, set())


def _words(names):
    names = [repr(name) for name in names]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return '{} and {}'.format(*names)
    return ', '.join(names[:-2]) + ', {} and {}'.format(*names[-2:])


def _missing(name, missing, kind):
    return TypeError('%s() missing %i required %s argument%s: %s'
                     % (name, len(missing), kind, '' if len(missing) == 1 else 's', _words(missing)))


def _too_many(name, spec, count, values):
    least = len(spec.args) - len(spec.defaults or ())
    given_kwonly = len([arg for arg in spec.kwonlyargs if arg in values])
    if spec.varargs:
        plural, takes = least != 1, 'at least %d' % least
    elif spec.defaults:
        plural, takes = True, 'from %d to %d' % (least, len(spec.args))
    else:
        plural, takes = len(spec.args) != 1, str(len(spec.args))
    extra = ''
    if given_kwonly:
        extra = ' positional argument%s (and %d keyword-only argument%s)' % (
            's' if count != 1 else '', given_kwonly, 's' if given_kwonly != 1 else '')
    return TypeError('%s() takes %s positional argument%s but %d%s %s given'
                     % (name, takes, 's' if plural else '', count, extra,
                        'was' if count == 1 and not given_kwonly else 'were'))


def getcallargs(func, /, *positional, **named):
    """The values of a function's parameters if it were called so."""
    spec = inspect.getfullargspec(func)
    name, values = func.__name__, {}
    if inspect.ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    values.update(zip(spec.args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[len(spec.args):])
    if spec.varkw:
        values[spec.varkw] = {}
    for key, value in named.items():
        if key not in spec.args + spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError('%s() got an unexpected keyword argument %r' % (name, key))  # CPython: 1552
            values[spec.varkw][key] = value
            continue
        if key in values:
            raise TypeError('%s() got multiple values for argument %r' % (name, key))  # CPython: 1557
        values[key] = value
    if len(positional) > len(spec.args) and not spec.varargs:
        raise _too_many(name, spec, len(positional), values)
    defaults = dict(zip(spec.args[len(spec.args) - len(spec.defaults or ()):], spec.defaults or ()))
    missing = [arg for arg in spec.args if arg not in values and arg not in defaults]
    if missing:
        raise _missing(name, missing, 'positional')
    missing = [arg for arg in spec.kwonlyargs if arg not in values and arg not in (spec.kwonlydefaults or {})]
    if missing:
        raise _missing(name, missing, 'keyword-only')
    for key, value in {**defaults, **(spec.kwonlydefaults or {})}.items():
        values.setdefault(key, value)
    return values


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return functools.partial(inspect.formatannotation, base_module=module)
