#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many clusters Arpent sizes in a second on one core, beside the same sizing in Python.

usage: size.py   RUNS=3 for fewer runs, CASES=20000 for fewer cases

Every case of both is compared first: systems and GPUs and switches by tier exactly, power, flow and money to 1e-9.
One that differs ends the run. Then both size all cases in turn; the ratio of each pair is reported, and whether
100,000 sizings a second were reached.
"""
import os
import pathlib
import platform
import random
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNS = int(os.environ.get("RUNS", "7"))
CASES = int(os.environ.get("CASES", "200000"))
TARGET = 100_000


def products():
    return sorted(str(p) for p in (ROOT / "models" / "hardware").glob("*.toml"))


def cases(path):
    """Cases that one compute fabric connects, so that the peer needs no rule for sites of several."""
    draw = random.Random(1)
    ids = [pathlib.Path(p).stem for p in products()]
    with open(path, "w") as file:
        for _ in range(CASES):
            print(draw.choice(ids), round(draw.uniform(1, 80), 3), round(draw.uniform(1.05, 1.4), 3), file=file)


def run(command):
    """Lines and seconds of one run, on one core."""
    done = subprocess.run(["taskset", "-c", "0", *command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout.splitlines(), float(done.stderr.split()[1])


def compare(ours, theirs):
    for number, (a, b) in enumerate(zip(ours, theirs, strict=True), 1):
        left, right = a.split(), b.split()
        same = left[:2] == right[:2] and left[6] == right[6] and all(
            abs(float(x) - float(y)) <= 1e-9 * max(1, abs(float(y))) for x, y in zip(left[2:6], right[2:6]))
        if not same:
            sys.exit(f"case {number} differs:\n  Arpent {a}\n  peer   {b}")


def main():
    subprocess.run(["swift", "build", "-c", "release", "--product", "size-many"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    ours = str(ROOT / ".build" / "release" / "size-many")
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/cases"
        cases(path)
        sizing = [ours, path, "design", *products()]
        whole = [ours, path, "specification", *products()]
        peer = [sys.executable, str(HERE / "peer.py"), path, "design", *products()]
        compare(run(sizing)[0], run(peer)[0])
        print(f"{CASES} cases of {len(products())} products, 1 to 80 MW: all values of both agree")
        rates, wholes, ratios = [], [], []
        for _ in range(RUNS):
            a, b, c = run(sizing)[1], run(peer)[1], run(whole)[1]
            rates.append(CASES / a)
            wholes.append(CASES / c)
            ratios.append(b / a)
    print(f"machine: {platform.machine()}, one core; Python {platform.python_version()}; {RUNS} runs")
    print(
        f"sizing (with notes, limits and assumptions) against the same sizing in Python: "
        f"{statistics.median(ratios):.1f} times as fast ({min(ratios):.1f} to {max(ratios):.1f})"
    )
    for name, values in [("sizings", rates), ("whole specifications", wholes)]:
        said = "reached" if statistics.median(values) >= TARGET else "MISSED"
        print(f"{TARGET} {name} a second on one core: {said}, {statistics.median(values) / TARGET:.2f} times that "
              f"({min(values) / TARGET:.2f} to {max(values) / TARGET:.2f})")


if __name__ == "__main__":
    main()
