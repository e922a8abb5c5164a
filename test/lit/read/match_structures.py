# Patterns: sequences, mappings, classes.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

match x, *y:
    case [a, *_], *b: pass
    case {'k': c, -1: d, **e}: pass
    case A(f, g=1 as h): pass
    case i,: pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Match(
# CHECK-NEXT:       subject=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Name(id='x', ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='y', ctx=Load()),
# CHECK-NEXT:             ctx=Load())],
# CHECK-NEXT:         ctx=Load()),
# CHECK-NEXT:       cases=[
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchSequence(
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchSequence(
# CHECK-NEXT:                 patterns=[
# CHECK-NEXT:                   MatchAs(name='a'),
# CHECK-NEXT:                   MatchStar()]),
# CHECK-NEXT:               MatchStar(name='b')]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchMapping(
# CHECK-NEXT:             keys=[
# CHECK-NEXT:               Constant(value='k'),
# CHECK-NEXT:               UnaryOp(
# CHECK-NEXT:                 op=USub(),
# CHECK-NEXT:                 operand=Constant(value=1))],
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchAs(name='c'),
# CHECK-NEXT:               MatchAs(name='d')],
# CHECK-NEXT:             rest='e'),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchClass(
# CHECK-NEXT:             cls=Name(id='A', ctx=Load()),
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchAs(name='f')],
# CHECK-NEXT:             kwd_attrs=[
# CHECK-NEXT:               'g'],
# CHECK-NEXT:             kwd_patterns=[
# CHECK-NEXT:               MatchAs(
# CHECK-NEXT:                 pattern=MatchValue(
# CHECK-NEXT:                   value=Constant(value=1)),
# CHECK-NEXT:                 name='h')]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         match_case(
# CHECK-NEXT:           pattern=MatchSequence(
# CHECK-NEXT:             patterns=[
# CHECK-NEXT:               MatchAs(name='i')]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()])])],
# CHECK-NEXT:   type_ignores=[])
