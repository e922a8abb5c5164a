def take(name, source, namespace):
    level = 0
    while source[level] == ".":
        level += 1
    return getattr(__import__(source[level:], namespace, None, [name], level), name)


def lazy_import(namespace, table, old):
    package = namespace["__name__"]

    def __getattr__(name):
        for rows in (table, old):
            if name in rows:
                return take(name, rows[name], namespace)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    namespace["__getattr__"] = __getattr__
    namespace["__dir__"] = lambda: sorted(set(namespace) | set(table))
