# Solves model files with HiGHS and prints one line each: "optimal VALUE", "infeasible" or "other STATUS".
# With --any the first solution of each will do: its value is a plan's, not the best one's.
# Usage: python highs_objective.py [--any] FILE...      SPDX-License-Identifier: GPL-3.0-or-later
import sys

import highspy

any_plan = sys.argv[1:2] == ["--any"]
for path in sys.argv[2 if any_plan else 1 :]:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 1e9 if any_plan else 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    solver.setOptionValue("threads", 1)
    if solver.readModel(path) == highspy.HighsStatus.kError:
        print("other unreadable")
        continue
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        print(f"optimal {solver.getInfo().objective_function_value:.17g}")
    elif status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        print("infeasible")
    else:
        print(f"other {solver.modelStatusToString(status)}")
