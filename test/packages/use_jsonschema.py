"""Validation of documents with jsonschema."""
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker, RefResolver, ValidationError, validate
from jsonschema.exceptions import best_match, SchemaError

SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 2, "pattern": "^[A-Z]"},
        "age": {"type": "integer", "minimum": 0, "maximum": 150},
        "email": {"type": "string", "format": "email"},
        "tags": {"type": "array", "items": {"$ref": "#/definitions/tag"}, "uniqueItems": True},
        "kind": {"enum": ["a", "b"]},
    },
    "required": ["name", "age"],
    "additionalProperties": False,
    "definitions": {"tag": {"type": "string", "maxLength": 5}},
}
validate({"name": "Ann", "age": 30, "tags": ["x", "y"]}, SCHEMA)
validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
for document in ({"name": "ann", "age": -1}, {"age": "x"}, {"name": "Bob", "age": 1, "extra": 2},
                 {"name": "Bob", "age": 1, "tags": ["toolong", "a", "a"]}, {"name": "Bob", "age": 1, "email": "no"},
                 {"name": "Bob", "age": 2, "kind": "c"}, [1]):
    for error in sorted(validator.iter_errors(document), key=lambda e: (list(map(str, e.path)), e.message)):
        print(list(error.absolute_path), list(error.absolute_schema_path), error.validator, "-", error.message)
    print(validator.is_valid(document), best_match(validator.iter_errors(document)).message)
try:
    validate(5, {"type": "strin"})
except SchemaError as error:
    print("schema:", error.message)
try:
    validate({"a": [1, {"b": None}]}, {"properties": {"a": {"items": {"anyOf": [{"type": "integer"}, {
        "properties": {"b": {"type": "number"}}}]}}}})
except ValidationError as error:
    print(error)
    print([child.message for child in error.context])
new = Draft202012Validator({"prefixItems": [{"const": 1}], "items": {"type": "string"}, "contains": {"const": "z"},
                            "minContains": 1, "if": {"maxItems": 2}, "then": {"minItems": 2}, "dependentRequired": {"a": ["b"]}})
for document in ([1, "z"], [2, "z"], [1, 2, "z"], [1], {"a": 1}):
    print(document, [error.message for error in new.iter_errors(document)])
