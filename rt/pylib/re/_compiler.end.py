def _made_now(p, flags):
    """Could _code find an error that the parser has let pass, in a look-behind assertion, or is it to do more?"""
    text = p.state.str
    return ((flags | p.state.flags) & (SRE_FLAG_TEMPLATE | SRE_FLAG_DEBUG)
            or (b'(?<' if isinstance(text, bytes) else '(?<') in text)


# Programs are made of patterns when they are first used: most of those that modules compile when
# they are imported never are.
opcodes = _code
_code = _sre.code_later(_code, _made_now)
_optimize_charset = _sre.charset_optimizer((LITERAL, RANGE, NEGATE, CHARSET, BIGCHARSET, RANGE_UNI_IGNORE))
