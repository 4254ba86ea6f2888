# Writes one case of the layer indicators into a folder: files, scenario.toml, case.json, and what every site must get
# in reference.json. Usage: layers_cases.py list | layers_cases.py CASE FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys

import layers_places
import layers_seeded
from layers_base import planning_tables
from layers_reference import reference

SEEDS = range(1, 13)
CASES = {f"seed-{seed}": (lambda folder, seed=seed: layers_seeded.write(seed, folder)) for seed in SEEDS}
CASES.update(layers_places.CASES)


def toml(found):
    """A value in TOML."""
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, (int, float)):
        return repr(found)
    if isinstance(found, str):
        return json.dumps(found, ensure_ascii=False)
    if isinstance(found, list):
        return "[" + ", ".join(toml(v) for v in found) + "]"
    return "{ " + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in found.items()) + " }"


def scenario_text(case):
    lines = ["schema = 1", f"name = {toml(case['name'])}", "", "[sites]"]
    lines += [f"{k} = {toml(v)}" for k, v in case["sites"].items()]
    if case.get("pack"):
        lines += ["", "[layers]", f"pack = {toml(case['pack'])}"]
    for name, layer in case.get("layers", {}).items():
        lines += ["", f"[layers.{name}]", f"title = {toml(name)}"]
        lines += [f"{k} = {toml(v)}" for k, v in layer.items() if k != "derive"]
        for derive in layer["derive"]:
            lines += ["", f"[[layers.{name}.derive]]"] + [f"{k} = {toml(v)}" for k, v in derive.items()]
    return "\n".join(lines) + "\n" + planning_tables()


def main(name, folder):
    os.makedirs(folder, exist_ok=True)
    case = CASES[name](folder)
    case["name"] = name
    with open(os.path.join(folder, "scenario.toml"), "w") as file:
        file.write(scenario_text(case))
    with open(os.path.join(folder, "case.json"), "w") as file:
        json.dump({"measure_crs": case["measure_crs"], "truth": case.get("truth", {}),
                   "whole_cells": case.get("whole_cells", False)}, file)
    with open(os.path.join(folder, "reference.json"), "w") as file:
        json.dump(reference(folder), file, ensure_ascii=False, allow_nan=False, indent=1)


if __name__ == "__main__":
    if sys.argv[1:] == ["list"]:
        print("\n".join(CASES))
    else:
        main(sys.argv[1], sys.argv[2])
