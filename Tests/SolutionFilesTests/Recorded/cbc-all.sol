Optimal - objective value 49.09766667
      0 r1_demand_national_2027              18                       0
      1 r2_room_LYON_2027                    -1                       0
      2 r3_room_METZ_2027                     0                       0
      3 r4_balance                           -7           0.00033333333
      0 w_LYON_400kV_2027                     1                      30
      1 w_METZ_225kV_2027                     0                      19
      2 x_LYON_nvl72_2027                     6                     1.1
      3 x_METZ_nvl72_2027                     0                     0.7
      4 s_short_2027                          0               39.999667
      5 d_drift                      -2.3333333                       0
      6 objective_constant                    1                    12.5
