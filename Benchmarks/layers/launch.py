# Runs a program and writes its wall seconds and peak memory in kB to a file. The memory that a process is said to
# have used begins with that of the one that started it, so this one stays small: no imports but these.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import time

start = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - start
with open(sys.argv[1], "w") as file:
    file.write(f"{seconds} {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status) and 1)
