Infeasible - objective value 3690.33311111
      0 w_LYON_400kV_2027                     1              -242.29767
      1 w_METZ_225kV_2027                     0                      19
**       2 x_LYON_nvl72_2027                   -93                       0
      3 x_METZ_nvl72_2027                     5              -39.299667
      4 s_short_2027                  93.666667                       0
      5 d_drift                      -33.555556                       0
      6 objective_constant                    1                    12.5
