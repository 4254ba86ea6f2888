# Builds a model in PuLP from the rows of an MPS file and prints the seconds that it took; reading the file does not
# count.
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import time

import highspy
import pulp

solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.readModel(sys.argv[1])
lp = solver.getLp()
start, index, value = list(lp.a_matrix_.start_), list(lp.a_matrix_.index_), list(lp.a_matrix_.value_)
by_column = lp.a_matrix_.format_ == highspy.MatrixFormat.kColwise
rows = [[] for _ in range(lp.num_row_)]
for major in range(len(start) - 1):
    for entry in range(start[major], start[major + 1]):
        row, column = (index[entry], major) if by_column else (major, index[entry])
        rows[row].append((column, value[entry]))
cost, low, high = list(lp.col_cost_), list(lp.col_lower_), list(lp.col_upper_)
least, most = list(lp.row_lower_), list(lp.row_upper_)
integer = [kind == highspy.HighsVarType.kInteger for kind in lp.integrality_]

begin = time.perf_counter()
problem = pulp.LpProblem("model", pulp.LpMinimize)
variables = [
    pulp.LpVariable(f"c{j}", low[j] if low[j] > -1e29 else None, high[j] if high[j] < 1e29 else None,
                    pulp.LpInteger if integer[j] else pulp.LpContinuous)
    for j in range(len(cost))]
problem += pulp.lpSum(c * x for c, x in zip(cost, variables))
for row, lower, upper in zip(rows, least, most):
    left = pulp.lpSum(a * variables[j] for j, a in row)
    if lower == upper:
        problem += left == lower
    elif lower > -1e29:
        problem += left >= lower
        if upper < 1e29:
            problem += left <= upper
    else:
        problem += left <= upper
print(time.perf_counter() - begin)
