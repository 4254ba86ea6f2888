# Solves the same model by Arpent's pipeline, HiGHS and CBC, in turn in one run, one core each, and prints who proved
# which gap in what time. SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: solve.py [CASE...]   (default: all of them; a case is sites x years, with the gap asked for: 65x5:0.001)
# SEEDS=3 seeds a case; PATIENCE=5: peers are given this many times Arpent's time, and at least FLOOR=2 seconds.
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import instances

ROOT = str(instances.ROOT)
ARPENT = os.environ.get("ARPENT", os.path.join(ROOT, ".build", "release", "arpent"))
SEEDS = int(os.environ.get("SEEDS", "3"))
PATIENCE = float(os.environ.get("PATIENCE", "5"))
FLOOR = float(os.environ.get("FLOOR", "2"))
CASES = [
    "65x1:0.0001",
    "65x5:0.001",
    "65x5:0.0001",
    "65x10:0.001",
    "200x5:0.001",
    "500x5:0.002",
    "2000x1:0.0001",
    "36000x1:0.001",
]


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def run(command, limit=None):
    """CPU seconds, wall seconds, peak MB, standard output and error, exit code."""
    with tempfile.NamedTemporaryFile("w+") as out, tempfile.NamedTemporaryFile("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err, preexec_fn=one_core)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        return (
            usage.ru_utime + usage.ru_stime,
            wall,
            usage.ru_maxrss / 1024,
            out.read(),
            err.read(),
            os.waitstatus_to_exitcode(status),
        )


def arpent(scenario, gap):
    """Seconds of the model and of the solve, gap proven, peak MB."""
    cpu, _, memory, out, diagnostics, code = run(
        [
            ARPENT,
            "plan",
            str(scenario),
            "--gap",
            str(gap),
            "--time-limit",
            "600",
            "--format",
            "json",
            "--verbose",
            "--jobs",
            "1",
        ]
    )
    if code not in (0, 4):
        sys.exit(f"{scenario}: exit {code}\n{diagnostics}")
    proven = float(re.search(r'"gap": ([0-9.e-]+)', out).group(1))
    stages = dict(re.findall(r"(\w+) ([0-9.e-]+) s", diagnostics.split("time: ")[-1]))
    size = re.search(r"model: (.*)", diagnostics).group(1)
    return {
        "seconds": float(stages["solve"]),
        "model": float(stages["model"]),
        "gap": proven,
        "mb": memory,
        "size": size,
    }


def highs(model, gap, limit):
    _, _, memory, out, diagnostics, code = run(
        [sys.executable, os.path.join(ROOT, "Benchmarks", "solve", "highs.py"), model, str(gap), str(limit)]
    )
    if code:
        sys.exit(f"HiGHS: {diagnostics}")
    seconds, proven = map(float, out.split())
    return {"seconds": seconds if proven <= gap * 1.000001 else max(seconds, limit), "gap": proven, "mb": memory}


def cbc(model, gap, limit):
    _, _, memory, out, diagnostics, code = run(
        ["cbc", model, "-ratio", str(gap), "-seconds", str(limit), "-timeMode", "cpu", "-solve"]
    )
    best = re.search(r"Objective value:\s+(-?[0-9.e+]+)", out)
    bound = re.search(r"Lower bound:\s+(-?[0-9.e+]+)", out)
    seconds = re.search(r"Time \(CPU seconds\):\s+([0-9.]+)", out)
    stated = re.search(r"Gap:\s+([0-9.]+)", out)
    proven = float("inf")
    if best and bound:
        proven = abs(float(best.group(1)) - float(bound.group(1))) / abs(float(best.group(1)))
    elif best and "Optimal solution found" in out:
        proven = float(stated.group(1)) if stated else gap
    return {"seconds": float(seconds.group(1)) if seconds else limit, "gap": proven, "mb": memory}


def pulp(model):
    """Seconds that PuLP takes to build the same rows."""
    build = os.path.join(ROOT, "Benchmarks", "solve", "build.py")
    _, _, _, out, diagnostics, code = run([sys.executable, build, model])
    if code:
        sys.exit(f"PuLP: {diagnostics}")
    return float(out)


def spread(values, digits=2):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def verdict(name, rows, peers, gap):
    """One line: how often the peer got there, and how many times longer it took; for one that did not, at least how
    many times."""
    ratios = [peer["seconds"] / max(row["seconds"], 1e-3) for row, peer in zip(rows, peers)]
    there = sum(peer["gap"] <= gap * 1.000001 for peer in peers)
    gaps = [peer["gap"] for peer in peers]
    reached = (
        "reached the gap"
        if there == len(peers)
        else f"reached the gap in {there} of {len(peers)}, left at {100 * max(gaps):.3f} %"
    )
    word = (
        ""
        if min(ratios) >= 1 or there < len(peers)
        else "   arpent loses"
        if max(ratios) < 1
        else "   within the noise"
    )
    print(
        f"  {name:<7}{'' if there == len(peers) else 'at least '}{spread(ratios)} times arpent's time, {reached}{word}"
    )


def main(cases):
    import highspy
    version = subprocess.run(["cbc", "-quit"], capture_output=True, text=True).stdout
    cbc_version = re.search(r"Version: (\S+)", version)
    doctor = subprocess.run([ARPENT, "doctor"], cwd=ROOT, capture_output=True, text=True).stdout
    own = dict(re.findall(r"ok\s+(Arpent|GLPK)\s+(\S+)", doctor))
    solver = highspy.Highs()
    print(
        f"machine   one core of {os.cpu_count()}; versions: Arpent {own.get('Arpent')}, GLPK {own.get('GLPK')}, "
        f"HiGHS {solver.version()}, CBC {cbc_version.group(1) if cbc_version else '?'}"
    )
    print(
        "HiGHS and CBC get the model that `arpent model` writes, as a plain MIP; medians over the seeds with least and "
        "largest"
    )
    folder = tempfile.mkdtemp()
    try:
        for case in cases:
            kind, gap = case.split(":")
            gap = float(gap)
            ours, theirs, others, builds = [], [], [], []
            for seed in range(1, SEEDS + 1):
                scenario = instances.case(folder, kind, seed)
                model = os.path.join(folder, "model.mps")
                subprocess.run(
                    [ARPENT, "model", str(scenario), "-o", model, "--quiet", "--force"], cwd=ROOT, check=True
                )
                row = arpent(scenario, gap)
                limit = max(FLOOR, PATIENCE * row["seconds"])
                ours.append(row)
                theirs.append(highs(model, gap, limit))
                others.append(cbc(model, gap, limit))
                builds.append(pulp(model))
            print(f"\n{kind} to {100 * gap:g} %: {ours[0]['size']}")
            there = sum(row["gap"] <= gap * 1.000001 for row in ours)
            share = statistics.median(row["model"] / max(row["model"] + row["seconds"], 1e-3) for row in ours)
            print(
                f"  arpent reached the gap in {there} of {len(ours)}, proven "
                f"{100 * max(row['gap'] for row in ours):.4f} % at worst; building the model "
                f"{100 * share:.1f} % of the time; {max(row['mb'] for row in ours):.0f} MB"
            )
            print(
                "  PuLP    builds the same rows in "
                f"{spread([b / max(row['model'], 1e-3) for b, row in zip(builds, ours)], 0)} times the time"
            )
            verdict("HiGHS", ours, theirs, gap)
            verdict("CBC", ours, others, gap)
            sys.stdout.flush()
    finally:
        shutil.rmtree(folder)


main(sys.argv[1:] or CASES)
