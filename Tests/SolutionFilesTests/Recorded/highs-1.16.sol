Model status
Optimal

# Primal solution values
Feasible
Objective 49.0976666666667
Objective_bound 49.0976666666667
MIP_rel_gap 0
# Columns 7
w_LYON_400kV_2027 1
w_METZ_225kV_2027 0
x_LYON_nvl72_2027 6
x_METZ_nvl72_2027 0
s_short_2027 0
d_drift -2.3333333333333
objective_constant 1
# Rows 4
r1_demand_national_2027 18
r2_room_LYON_2027 -1
r3_room_METZ_2027 0
r4_balance -7

# Dual solution values
None

# Basis
HiGHS_basis_file v2
None
