# Says of documents whether they follow the schemas of docs/schemas, by the validator of the package jsonschema.
# Usage: schema_verdicts.py FILE   one JSON object a line: {"kind": "scenario", "document": {...}}; prints a line for
# each, "ok" or the first fault. SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "docs" / "schemas"


def validators():
    """A validator of each schema, which must be one itself."""
    found = {}
    for path in sorted(FOLDER.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        found[path.name.removesuffix(".schema.json")] = Draft202012Validator(schema)
    return found


def main(path):
    known = validators()
    with open(path, encoding="utf-8") as file:
        for line in file:
            asked = json.loads(line)
            fault = next(known[asked["kind"]].iter_errors(asked["document"]), None)
            where = "/".join(map(str, fault.absolute_path)) if fault else ""
            print(f"{where}: {fault.message[:200]}".replace("\n", " ") if fault else "ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
