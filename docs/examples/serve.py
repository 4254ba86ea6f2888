#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What if more GPUs, on more expensive electricity? Asks a loaded scenario and prints a table.

    docs/examples/serve.py models/scenarios/mistral-compute.toml

ARPENT of the environment names the program where it is not on the path.
"""

import json
import os
import subprocess
import sys


class Refusal(Exception):
    """What is wrong with a question; the session goes on."""


class Arpent:
    """A scenario that `arpent serve` has loaded."""

    def __init__(self, scenario, changes=(), program=None):
        command = [program or os.environ.get("ARPENT", "arpent"), "serve", scenario, "--stdio", "--quiet"]
        for change in changes:
            command += ["--set", change]
        self.asked = 0
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1)

    def ask(self, **question):
        """The result of one question; the members of docs/serve.md are its arguments."""
        self.asked += 1
        self.process.stdin.write(json.dumps({"id": self.asked, **question}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"arpent ended with code {self.process.wait()}")
        answer = json.loads(line)
        if not answer["ok"]:
            raise Refusal("\n".join(answer["findings"]))
        return answer["result"]

    def close(self):
        """Ends the session and gives its exit code, 0 unless something went wrong."""
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def main(scenario):
    with Arpent(scenario) as arpent:
        name = arpent.ask(op="describe")["name"]
        print(name)
        print(f"{'GPUs':>6} {'energy':>7} {'at least':>9} {'plan':>9}  sites")
        for gpus in (1, 1.2):
            for energy in (1, 2):
                changes = [f"demand.gpus.2030*={gpus}", f"cost.energy_eur_per_mwh*={energy}"]
                bound = arpent.ask(set=changes, depth="relaxation")["bound"]
                plan = arpent.ask(set=changes)
                if plan["objective"] is None:
                    cost, sites = "none", plan["status"]
                else:
                    cost = f"{plan['objective'] / 1e6:.1f}"
                    sites = ", ".join(site["id"] for site in plan["sites"])
                print(f"{'x' + str(gpus):>6} {'x' + str(energy):>7} {bound / 1e6:9.1f} {cost:>9}  {sites}")
        try:
            arpent.ask(set=["demand.gpu.2027=20000"])
        except Refusal as refusal:
            print(f"refused: {refusal}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
