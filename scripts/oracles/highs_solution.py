# Solves a model file with HiGHS and writes its solution; prints the objective, and that of the linear relaxation.
# Usage: python highs_solution.py MODEL SOLUTION      SPDX-License-Identifier: GPL-3.0-or-later
import sys

import highspy


def solved(relaxation):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("solve_relaxation", relaxation)
    solver.readModel(sys.argv[1])
    solver.run()
    return solver


whole = solved(False)
whole.writeSolution(sys.argv[2], 0)
relaxed = solved(True)
print(f"{whole.getInfo().objective_function_value:.17g} {relaxed.getInfo().objective_function_value:.17g}")
