from pycparser import c_parser, c_ast, c_generator
text = r"""
typedef struct { int x, y; } Point;
static int add(int a, int b) { return a + b * 2; }
int main(void) { Point p = {1, 2}; for (int i = 0; i < 10; i++) { p.x += add(i, p.y); } return p.x ? 0 : 1; }
"""
parser = c_parser.CParser()
ast = parser.parse(text, filename='<none>')
ast.show(attrnames=True, nodenames=True)
class V(c_ast.NodeVisitor):
    def visit_FuncDef(self, node): print('%s at %s' % (node.decl.name, node.decl.coord))
V().visit(ast)
print(c_generator.CGenerator().visit(ast))
try: parser.parse("int x = ;")
except c_parser.ParseError as e: print(e)
