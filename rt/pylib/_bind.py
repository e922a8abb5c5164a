"""Binding of call arguments to named parameters, worded as the interpreter words its errors.

namedtuple and dataclass make functions whose parameters are only known at run time. Where CPython
compiles source text for them, these take (*args, **kwargs) and bind them here.
"""

MISSING = object()


def _quoted(names):
    names = ["'%s'" % name for name in names]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return names[0] + ' and ' + names[1]
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _raise_missing(function, names, kind):
    raise TypeError('%s() missing %d required %s argument%s: %s'
                    % (function, len(names), kind, '' if len(names) == 1 else 's', _quoted(names)))


def _raise_too_many(function, names, defaults, given, keyword_only):
    most = len(names) + 1
    least = most - sum(1 for name in names if name in defaults)
    takes = '%d' % most if least == most else 'from %d to %d' % (least, most)
    plural = '' if most == 1 and least == most else 's'
    if keyword_only:
        extra = '%d positional arguments (and %d keyword-only argument%s)' % (
            given + 1, keyword_only, '' if keyword_only == 1 else 's')
        raise TypeError('%s() takes %s positional argument%s but %s were given'
                        % (function, takes, plural, extra))
    raise TypeError('%s() takes %s positional argument%s but %d %s given'
                    % (function, takes, plural, given + 1, 'was' if given == 0 else 'were'))


def bind(function, names, keyword_names, defaults, args, kwargs):
    """The values of `names` and then of `keyword_names`, as a list; MISSING stands for a default.

    `function` is the qualified name for messages; `defaults` holds the names that may be left out.
    The receiver (self or cls) is not among `names` and `args`, but counts in messages.
    """
    if not kwargs and not keyword_names and len(args) == len(names):
        return list(args)
    values = dict(zip(names, args))
    for name, value in kwargs.items():
        if name not in names and name not in keyword_names:
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (function, name))
        if name in values:
            raise TypeError("%s() got multiple values for argument '%s'" % (function, name))
        values[name] = value
    if len(args) > len(names):
        given_keywords = sum(1 for name in keyword_names if name in values)
        _raise_too_many(function, names, defaults, len(args), given_keywords)
    missing = [name for name in names if name not in values and name not in defaults]
    if missing:
        _raise_missing(function, missing, 'positional')
    missing = [name for name in keyword_names if name not in values and name not in defaults]
    if missing:
        _raise_missing(function, missing, 'keyword-only')
    result = [values.get(name, MISSING) for name in names]
    result.extend([values.get(name, MISSING) for name in keyword_names])
    return result
