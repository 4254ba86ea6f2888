# One run of a program with its time and memory, and tables held against each other.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile


@dataclasses.dataclass
class Run:
    """Wall seconds, peak memory in MB, and the seconds of each step where the program tells them."""
    seconds: float
    megabytes: float
    steps: dict


def measured(command, folder, out=None):
    """Runs a program to its end; its standard output goes to `out` or nowhere."""
    launcher = [sys.executable, "-S", "-E", os.path.join(os.path.dirname(os.path.abspath(__file__)), "launch.py")]
    with tempfile.NamedTemporaryFile("w+") as diagnostics, tempfile.NamedTemporaryFile("r") as took, \
            open(out or os.devnull, "w") as output:
        failed = subprocess.call(launcher + [took.name] + command, cwd=folder, stdout=output, stderr=diagnostics)
        diagnostics.seek(0)
        text = diagnostics.read()
        if failed:
            sys.exit(f"{' '.join(command)} failed:\n{text}")
        seconds, kilobytes = map(float, took.read().split())
    lines = [line for line in text.splitlines() if line.startswith("{")]
    return Run(seconds, kilobytes / 1024, json.loads(lines[-1]) if lines else {})


def spread(values, unit, digits=3):
    return (f"median {statistics.median(values):.{digits}f}{' ' if unit else ''}{unit} "
            f"(min {min(values):.{digits}f}, max {max(values):.{digits}f})")


def same_values(ours, theirs):
    """Every value of the peer's table that ours does not have to 1e-6, in words."""
    with open(ours, newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    with open(theirs, newline="") as file:
        wanted = list(csv.DictReader(file))
    key = next(iter(wanted[0]))
    faults = [] if len(rows) == len(wanted) else [f"{len(rows)} sites, {len(wanted)} wanted"]
    for row in wanted:
        own = rows.get(row[key], {})
        for name, value in row.items():
            if name != key and not same(own.get(name), value, scale(name, own)):
                faults.append(f"{row[key]} {name}: {own.get(name)}, wanted {value}")
    return faults


def scale(name, row):
    """What a mean is taken from: beside cells of opposite sign nothing may be left of it, and exactextract's
    fractions, in single precision, leave their error on that scale."""
    if not name.endswith("_mean"):
        return 0
    ends = [row.get(name.removesuffix("mean") + end) or "0" for end in ("min", "max")]
    return max(abs(float(end)) for end in ends)


def same(a, b, scale=0):
    if a is None or a == b:
        return a == b
    try:
        a, b = float(a), float(b)
    except ValueError:
        return False
    return abs(a - b) <= max(1e-6 * max(abs(a), abs(b), scale), 1e-9)
