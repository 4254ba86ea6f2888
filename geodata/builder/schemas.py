# SPDX-License-Identifier: GPL-3.0-or-later
"""What Arpent's own readers ask of site attributes and of layers.toml, from the schemas that `arpent schema` prints."""
import functools
import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "docs" / "schemas"


@functools.cache
def _schema(kind: str) -> dict:
    return json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))


def site_columns() -> dict[str, dict]:
    """The columns of a table of sites that planning reads, each with the rule of its values."""
    return {name: rule["anyOf"][0] for name, rule in _schema("sites")["properties"].items()}


def site_numbers() -> set[str]:
    """Those of them that hold numbers."""
    return {name for name, rule in site_columns().items() if not _is_text(rule)}


def _is_text(rule: dict) -> bool:
    return rule.get("type") == "string" or any(isinstance(word, str) for word in rule.get("enum", []))


def site_fault(column: str, text: str) -> str | None:
    """What is wrong with a cell of a column that planning reads; an empty cell is never wrong."""
    rule = site_columns()[column]
    if not text:
        return None
    words = rule.get("enum") or rule.get("examples")
    if _is_text(rule):
        if words and text not in words:
            return f"{column} is '{text}', expected one of {words}"
        if not re.search(rule.get("pattern", ""), text):
            return f"{column} is '{text}', expected {rule['description']}"
        return None
    number = float(text)
    fits = (
        (not words or number in words)
        and number >= rule.get("minimum", number)
        and number <= rule.get("maximum", number)
        and not number <= rule.get("exclusiveMinimum", float("-inf"))
        and (rule.get("type") != "integer" or number.is_integer())
    )
    return None if fits else f"{column} is {text}, expected {rule['description']}"


def bases() -> list[str]:
    """What a figure may rest on, from the strongest to the weakest."""
    return _schema("layers")["$defs"]["basis"]["enum"]


def _layer() -> dict:
    return _schema("layers")["properties"]["layers"]["additionalProperties"]["properties"]


def layer_keys() -> set[str]:
    """Keys of a layer."""
    return set(_layer())


def indicators() -> dict[str, dict]:
    """Rules of the keys of each indicator."""
    forms = [form["properties"] for form in _layer()["derive"]["items"]["anyOf"]]
    return {form["indicator"]["enum"][0]: form for form in forms}


def attributes(rule: dict, value) -> list[str]:
    """Site attributes that a value of layers.toml names, as its rule has it."""
    if rule.get("$ref") == "#/$defs/attribute":
        return [value] if isinstance(value, str) else []
    if isinstance(value, list):
        return [name for part in value for name in attributes(rule.get("items", {}), part)]
    if isinstance(value, dict):
        known, other = rule.get("properties", {}), rule.get("additionalProperties") or {}
        return [name for key, part in value.items() for name in attributes(known.get(key, other), part)]
    return []
