# Solves an MPS file by HiGHS on one thread as a plain MIP; prints seconds and proven gap.
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import time

import highspy

model, gap, limit = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("threads", 1)
solver.setOptionValue("mip_rel_gap", gap)
solver.readModel(model)
# The limit counts from the first call, reading included.
solver.setOptionValue("time_limit", solver.getRunTime() + limit)
start = time.perf_counter()
solver.run()
seconds = time.perf_counter() - start
info = solver.getInfo()
found = info.objective_function_value
bound = info.mip_dual_bound
proven = abs(found - bound) / abs(found) if abs(found) < 1e29 and found != 0 else float("inf")
print(seconds, proven)
