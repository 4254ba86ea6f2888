Model status
Optimal

# Primal solution values
Feasible
Objective 38.5881428571429
# Columns 7
w_LYON_400kV_2027 0.0952380952381
w_METZ_225kV_2027 1
x_LYON_nvl72_2027 0.6666666666667
x_METZ_nvl72_2027 5
s_short_2027 0
d_drift -2.3333333333333
objective_constant 1
# Rows 4
r1_demand_national_2027 17
r2_room_LYON_2027 0
r3_room_METZ_2027 0
r4_balance -7

# Dual solution values
Feasible
# Columns 7
w_LYON_400kV_2027 0
w_METZ_225kV_2027 0
x_LYON_nvl72_2027 0
x_METZ_nvl72_2027 -0.8857142857143
s_short_2027 34.6139523809524
d_drift 0
objective_constant 12.5
# Rows 4
r1_demand_national_2027 1.7952380952381
r2_room_LYON_2027 -4.2857142857143
r3_room_METZ_2027 -3.8
r4_balance 0.0003333333333

# Basis
HiGHS_basis_file v2
Valid
# Columns 7
w_LYON_400kV_2027 1
w_METZ_225kV_2027 1
x_LYON_nvl72_2027 1
x_METZ_nvl72_2027 2
s_short_2027 0
d_drift 1
objective_constant 0
# Rows 4
r1_demand_national_2027 0
r2_room_LYON_2027 2
r3_room_METZ_2027 2
r4_balance 2
