Model status
Optimal

# Primal solution values
Feasible
Objective 3
# Columns 3
a 3
b 0
~r_1 0
# Rows 2
r1 3
r2 0

# Dual solution values
Feasible
# Columns 3
a 0
b 1
~r_1 1
# Rows 2
r1 1
r2 0

# Basis
HiGHS_basis_file v2
Valid
# Columns 3
a 1
b 0
~r_1 0
# Rows 2
r1 2
r2 1
