#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases of a study by HiGHS from Python, one thread, the fastest way that its interface offers.

usage: peer.py KIND GAP MODEL.mps...    KIND is relaxation, fixed_siting or full; the base's model first

Models are read before the clock starts, so building them is not counted against HiGHS at all. For `relaxation` only
costs differ, and each case is solved twice: from nothing, and from the last case's basis with the costs changed; the
faster of the two loops is reported. Prints the seconds, then the objective (for `relaxation` the bound) of each case.
For `fixed_siting` names of columns to fix come from standard input: the columns w_... that are 1 in the base; the
others are 0.
"""
import sys
import time

import highspy
import numpy

KIND, GAP, FILES = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
OPEN = set(sys.stdin.read().split()) if KIND == "fixed_siting" else set()


def new():
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", GAP)
    return solver


def model(path):
    solver = new()
    solver.readModel(path)
    lp = solver.getLp()
    if KIND == "relaxation":
        lp.integrality_ = []
    if KIND == "fixed_siting":
        lower, upper = list(lp.col_lower_), list(lp.col_upper_)
        for column, name in enumerate(lp.col_names_):
            if name.startswith("w_"):
                lower[column] = upper[column] = 1.0 if name in OPEN else 0.0
        lp.col_lower_, lp.col_upper_ = lower, upper
    return lp


def fresh(lps):
    found = []
    for lp in lps:
        solver = new()
        solver.passModel(lp)
        solver.run()
        found.append(solver.getInfo().objective_function_value)
    return found


def again(lps):
    solver = new()
    solver.passModel(lps[0])
    columns = numpy.arange(lps[0].num_col_, dtype=numpy.int32)
    found = []
    for lp in lps:
        solver.changeColsCost(len(columns), columns, numpy.array(lp.col_cost_))
        solver.changeObjectiveOffset(lp.offset_)
        solver.run()
        found.append(solver.getInfo().objective_function_value)
    return found


def timed(loop, lps):
    start = time.perf_counter()
    found = loop(lps)
    return time.perf_counter() - start, found


lps = [model(path) for path in FILES]
seconds, found = timed(fresh, lps)
if KIND == "relaxation":
    warm, warm_found = timed(again, lps)
    if warm < seconds:
        seconds, found = warm, warm_found
print(seconds)
for value in found:
    print(value)
