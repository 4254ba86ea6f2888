Model status
Optimal

# Primal solution values
Feasible
Objective 49.0976666666667
Objective_bound 49.0976666666667
MIP_rel_gap 0
# Columns -4 sparse
w_LYON_400kV_2027 1 0
x_LYON_nvl72_2027 6 2
d_drift -2.3333333333333 5
objective_constant 1 6
