Optimal - objective value 49.09766667
      0 w_LYON_400kV_2027                     1                      30
      1 w_METZ_225kV_2027                     0                      19
      2 x_LYON_nvl72_2027                     6                     1.1
      3 x_METZ_nvl72_2027                     0                     0.7
      4 s_short_2027                          0               39.999667
      5 d_drift                      -2.3333333                       0
      6 objective_constant                    1                    12.5
