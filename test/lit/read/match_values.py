# Patterns: literals, names, alternatives, guards.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

match x:
    case -1 | 2.5 | 'a' 'b' | 1 - 2j: pass
    case None | True: pass
    case a.b if c: pass
    case (d): pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Match(
# CHECK-NEXT:       subject=Name(id='x', ctx=Load()),
# CHECK-NEXT:       cases=[
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchOr(
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchValue(
# CHECK-NEXT:                 value=UnaryOp(
# CHECK-NEXT:                   op=USub(),
# CHECK-NEXT:                   operand=Constant(value=1))),
# CHECK-NEXT:               MatchValue(
# CHECK-NEXT:                 value=Constant(value=2.5)),
# CHECK-NEXT:               MatchValue(
# CHECK-NEXT:                 value=Constant(value='ab')),
# CHECK-NEXT:               MatchValue(
# CHECK-NEXT:                 value=BinOp(
# CHECK-NEXT:                   left=Constant(value=1),
# CHECK-NEXT:                   op=Sub(),
# CHECK-NEXT:                   right=Constant(value=2j)))]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchOr(
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchSingleton(value=None),
# CHECK-NEXT:               MatchSingleton(value=True)]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchValue(
# CHECK-NEXT:             value=Attribute(
# CHECK-NEXT:               value=Name(id='a', ctx=Load()),
# CHECK-NEXT:               attr='b',
# CHECK-NEXT:               ctx=Load())),
# CHECK-NEXT:           guard=Name(id='c', ctx=Load()),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchAs(name='d'),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()])])],
# CHECK-NEXT:   type_ignores=[])
