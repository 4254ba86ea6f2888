Stopped on time (no integer solution - continuous used) - objective value 38.58814286
      0 w_LYON_400kV_2027           0.095238095                       0
      1 w_METZ_225kV_2027                     1              -4.4285714
      2 x_LYON_nvl72_2027            0.66666667                       0
      3 x_METZ_nvl72_2027                     5                       0
      4 s_short_2027                          0               34.613952
      5 d_drift                      -2.3333333                       0
      6 objective_constant                    1                    12.5
