from lark import Lark, Transformer, v_args

grammar = r"""
?start: sum
?sum: product | sum "+" product -> add | sum "-" product -> sub
?product: atom | product "*" atom -> mul
?atom: NUMBER -> number | "(" sum ")"
%import common.NUMBER
%import common.WS_INLINE
%ignore WS_INLINE
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, sub, mul
    number = float


for parser in ("lalr", "earley"):
    tree = Lark(grammar, parser=parser).parse("1 + 2 * (3 - 4)")
    print(tree.pretty(), Calculate().transform(tree))
