#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Studies of the 65 real sites by 5 years, beside a Python loop over HiGHS that solves the same cases.

usage: study.py    RUNS=3 runs; RELAXATIONS=200 FIXED=200 FULL=40 cases of each kind

The cases draw the price of electricity, of buildings and of fixed O&M. `arpent study` runs on one core, from the
start of the process to the last file written, reading the layers and making the models included; HiGHS gets every
model ready made (see peer.py). Before anything is compared the answers must agree: bounds to 1e-6, plans to the gaps
asked for. Then the same on two cores.
"""
import csv
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks" / "solve"))
import instances  # noqa: E402

ARPENT = os.environ.get("ARPENT", str(ROOT / ".build" / "release" / "arpent"))
RUNS = int(os.environ.get("RUNS", "3"))
COUNTS = {"relaxation": int(os.environ.get("RELAXATIONS", "200")), "fixed_siting": int(os.environ.get("FIXED", "200")),
          "full": int(os.environ.get("FULL", "40"))}
TARGETS = {"relaxation": 20, "fixed_siting": 2}
GAP = 0.001


def changes(count):
    draw = random.Random(1)
    return [
        [
            f"cost.energy_eur_per_mwh*={draw.uniform(0.7, 1.6):.4f}",
            f"cost.shell_eur_per_it_mw*={draw.uniform(0.8, 1.2):.4f}",
            f"cost.fixed_om_eur_per_it_mw_year*={draw.uniform(0.8, 1.2):.4f}",
        ]
        for _ in range(count)
    ]


def study(path, base, depth, cases):
    """A study file with listed cases."""
    lines = [
        "schema = 1",
        f'name = "{depth}"',
        f'base = "{base}"',
        f'depth = "{depth}"',
        f"gap = {GAP}",
        "include_base = false",
        "",
    ]
    for number, case in enumerate(cases):
        lines += ["[[cases]]", f'name = "c{number:04d}"', f"changes = {json.dumps(case)}", ""]
    path.write_text("\n".join(lines))


def on(cores, command, **more):
    return subprocess.run(["taskset", "-c", cores, *command], cwd=ROOT, text=True, capture_output=True, **more)


def ours(path, folder, jobs):
    """Seconds of a whole study and its rows."""
    shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    done = on(
        "0" if jobs == 1 else "0,1", [ARPENT, "study", str(path), "-o", str(folder), "--jobs", str(jobs), "--quiet"]
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"arpent study: exit {done.returncode}\n{done.stderr}")
    with open(folder / "summary.csv", newline="") as file:
        return seconds, list(csv.DictReader(file))


def theirs(kind, models, names=""):
    done = on(
        "0",
        [sys.executable, str(ROOT / "Benchmarks" / "study" / "peer.py"), kind, str(GAP), *map(str, models)],
        input=names,
    )
    if done.returncode:
        sys.exit(f"peer: {done.stderr}")
    values = [float(x) for x in done.stdout.split()]
    return values[0], values[1:]


def opened(folder, row, years):
    """Columns w_... that the base plan of a study at depth fixed_siting has open, as `arpent model` names them."""
    case = json.loads((folder / "cases" / f"{row['key']}.json").read_text())
    clean = lambda text: re.sub(r"[^A-Za-z0-9_.]", "_", text)  # noqa: E731
    return " ".join(clean(f"w_{site['id']}_{site['connection']['voltage_kv']}kV_{year}")
                    for site in case["sites"] for year in years if year >= site["opens_year"])


def agree(kind, rows, found):
    for row, other in zip(rows, found, strict=True):
        mine = float(row["bound"] if kind == "relaxation" else row["objective"]) / 1e6
        room = 1e-6 if kind == "relaxation" else 2 * GAP
        if abs(mine - other) > room * abs(other):
            sys.exit(f"{kind} {row['id']}: {mine} here, {other} by HiGHS")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = instances.case(folder, "65x5", 1)
        years = list(range(2028, 2033))
        all_cases = changes(max(COUNTS.values()))
        models = []
        for number, case in enumerate(all_cases):
            models.append(folder / f"c{number:04d}.mps")
            sets = [word for change in case for word in ("--set", change)]
            done = on("0,1", [ARPENT, "model", str(base), *sets, "-o", str(models[-1]), "--quiet"])
            if done.returncode:
                sys.exit(f"arpent model: {done.stderr}")
        print(f"65 sites, 5 years, gap {GAP}; {RUNS} runs, medians; HiGHS {version()}")
        for kind, count in COUNTS.items():
            path = folder / f"{kind}.toml"
            study(path, base, kind, all_cases[:count])
            ratios, rates, speedups = [], [], []
            for _ in range(RUNS):
                seconds, rows = ours(path, folder / "out", 1)
                names = opened(folder / "out", rows[0], years) if kind == "fixed_siting" else ""
                peer, found = theirs(kind, models[:count], names)
                agree(kind, rows, found)
                ratios.append(peer / seconds)
                rates.append(count / seconds)
                speedups.append(seconds / ours(path, folder / "out", 2)[0])
            report(kind, count, ratios, rates, speedups)


def report(kind, count, ratios, rates, speedups):
    line = (
        f"{count} {kind}s: {statistics.median(ratios):.2f} times the rate of the loop over HiGHS "
        f"({min(ratios):.2f} to {max(ratios):.2f})"
    )
    if kind in TARGETS:
        target = TARGETS[kind]
        rate = statistics.median(rates) / target
        line += f"; target of {target} a second {'reached' if rate >= 1 else 'MISSED'}, {rate:.1f} times that"
    elif statistics.median(ratios) < 4:
        line += "; target of 4 MISSED"
    both = statistics.median(speedups)
    print(f"{line}; two cores {both:.2f} times one{'' if both >= 1.8 else ' (target of 1.8 MISSED)'}", flush=True)


def version():
    return subprocess.run(
        [sys.executable, "-c", "import highspy; print(highspy.Highs().version())"], capture_output=True, text=True
    ).stdout.strip()


if __name__ == "__main__":
    main()
