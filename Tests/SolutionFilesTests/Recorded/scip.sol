objective value:                     49.0976666666667
w_LYON_400kV_2027                                   1 	(obj:30)
x_LYON_nvl72_2027                                   6 	(obj:1.1)
d_drift                             -2.33333333333333 	(obj:0.001)
objective_constant                                  1 	(obj:12.5)
