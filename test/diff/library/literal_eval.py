"""ast.literal_eval and ast.parse without the option --dynamic: the parser alone is linked."""
import ast

for text in ("[1, 'a', {'x': (1.5, None, True)}, -3, b'q', {1,2}, 1+2j, set(), 0x1F, 1_000]", ' 5', '1+1', 'f()', '[1,',
             "'abc", '{1: 2, **{}}', 'a', '-x', '()', "'a' 'b'", '1 if 2 else 3'):
    try:
        print(ast.literal_eval(text))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
tree = ast.parse('def f(a, *b, c=1) -> int:\n    return a + 1\nx = [i for i in range(3) if i]\nclass C(B): pass\n')
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))


class Visitor(ast.NodeVisitor):
    def visit_FunctionDef(self, node):
        print(node.name, node.lineno, node.col_offset)
        self.generic_visit(node)

    def visit_Name(self, node):
        print('name', node.id)


Visitor().visit(tree)
