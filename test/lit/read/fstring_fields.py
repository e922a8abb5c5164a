# Replacement fields: conversion, format specification, nested fields, self-documenting.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

f'a {b!r:>{w}.2f} c'
f'{x = }{y=!s}'
f'{d:%H:%M}' 'tail'

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(
# CHECK-NEXT:         values=[
# CHECK-NEXT:           Constant(value='a '),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='b', ctx=Load()),
# CHECK-NEXT:             conversion=114,
# CHECK-NEXT:             format_spec=JoinedStr(
# CHECK-NEXT:               values=[
# CHECK-NEXT:                 Constant(value='>'),
# CHECK-NEXT:                 FormattedValue(
# CHECK-NEXT:                   value=Name(id='w', ctx=Load()),
# CHECK-NEXT:                   conversion=-1),
# CHECK-NEXT:                 Constant(value='.2f')])),
# CHECK-NEXT:           Constant(value=' c')])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(
# CHECK-NEXT:         values=[
# CHECK-NEXT:           Constant(value='x = '),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='x', ctx=Load()),
# CHECK-NEXT:             conversion=114),
# CHECK-NEXT:           Constant(value='y='),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='y', ctx=Load()),
# CHECK-NEXT:             conversion=115)])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(
# CHECK-NEXT:         values=[
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='d', ctx=Load()),
# CHECK-NEXT:             conversion=-1,
# CHECK-NEXT:             format_spec=JoinedStr(
# CHECK-NEXT:               values=[
# CHECK-NEXT:                 Constant(value='%H:%M')])),
# CHECK-NEXT:           Constant(value='tail')]))],
# CHECK-NEXT:   type_ignores=[])
