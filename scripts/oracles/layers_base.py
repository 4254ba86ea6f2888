# The part of the shipped base scenario that is neither sites nor layers: what `arpent sites` wants besides.
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BASE = ROOT / "models" / "scenarios" / "france-65.toml"


def planning_tables():
    """Every table of the base but [sites] and [layers], with paths that hold from anywhere."""
    parts = re.split(r"(?m)^(?=\[)", BASE.read_text(encoding="utf-8"))[1:]
    kept = [part for part in parts if not re.match(r"\[+(sites|layers)\b", part)]
    return "\n" + "".join(kept).replace('"../', f'"{BASE.parent.parent}/')
