"""Plan ↔ the JSON of the contract, and the JSON Schema that says what it holds.

Both are derived from the attrs classes of ``records``: a field added there is in the JSON and in the schema.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from objectives_parser.records import SCHEMA_VERSION, Plan, Record

VERSION = "0.1.0"
LISTS = ("objectives", "measures", "milestones", "actions")
SCHEMA_ID = "urn:objectives-parser:plan:1.0"


def plan_to_dict(plan: Plan) -> dict[str, Any]:
    """The plan in plain dicts and lists, every key there, in the contract's order."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "objectives-parser", "version": VERSION},
        **_plain(plan),
    }


def plan_to_json(plan: Plan, *, indent: int | None = 2) -> str:
    """The plan as JSON text without a final line end; real characters instead of escapes."""
    return json.dumps(plan_to_dict(plan), ensure_ascii=False, indent=indent)


def plan_from_dict(plan: Mapping[str, Any]) -> Plan:
    """The plan that ``plan_to_dict`` wrote. Keys that this version does not know are passed over."""
    version = str(plan.get("schema_version", SCHEMA_VERSION))
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise ValueError(f"This is a plan of schema version {version}; this release reads {SCHEMA_VERSION}.")
    return typing.cast(Plan, _built(Plan, plan))


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    # Two decimals: a hundredth of a point is finer than any printer, and shorter than the readers' binary fractions.
    return round(value, 2) if isinstance(value, float) else value


def _built(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if value is None:
        return None
    if origin in (Union, types.UnionType):
        return _built(next(option for option in arguments if option is not types.NoneType), value)
    if origin is tuple:
        return tuple(_built(arguments[0], item) for item in value)
    if attrs.has(kind):
        hints = typing.get_type_hints(kind)
        names = [field.name for field in attrs.fields(kind) if field.name in value]
        return kind(**{name: _built(hints[name], value[name]) for name in names})
    return dict(value) if origin is dict else value


def plan_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a plan. Keys may be added within a schema version, so unknown ones are allowed."""
    definitions: dict[str, Any] = {}
    plan = _schema_of_class(Plan, definitions)
    text = {"type": "string"}
    generator = {"type": "object", "properties": {"name": text, "version": text}, "required": ["name", "version"]}
    head = {"schema_version": {"const": SCHEMA_VERSION}, "generator": generator}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Plan",
        "description": plan["description"],
        "type": "object",
        "properties": head | plan["properties"],
        "required": [*head, *plan["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _schema_of_class(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in attrs.fields(kind)]
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": {name: _schema_of(hints[name], definitions) for name in names},
        "required": names,
    }


_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema_of(option, definitions) for option in arguments]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1], definitions)}
    if origin is tuple:
        items = {"type": "array", "items": _schema_of(arguments[0], definitions)}
        return items if arguments[-1] is Ellipsis else items | {"minItems": len(arguments), "maxItems": len(arguments)}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _schema_of_class(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def records_in_order(plan: Plan) -> list[Record]:
    """The plan's records as they stand in the document, whatever their kind."""
    return sorted(plan.records, key=lambda record: record.where[0].start if record.where else 0)
