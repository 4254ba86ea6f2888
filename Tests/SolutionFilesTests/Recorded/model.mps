NAME tiny FREE
ROWS
 N objective
 G r1_demand_national_2027
 L r2_room_LYON_2027
 L r3_room_METZ_2027
 E r4_balance
COLUMNS
 M1 'MARKER' 'INTORG'
 w_LYON_400kV_2027 objective 30.0
 w_LYON_400kV_2027 r2_room_LYON_2027 -7.0
 w_METZ_225kV_2027 objective 19.0
 w_METZ_225kV_2027 r3_room_METZ_2027 -5.0
 x_LYON_nvl72_2027 objective 1.1
 x_LYON_nvl72_2027 r1_demand_national_2027 3.0
 x_LYON_nvl72_2027 r2_room_LYON_2027 1.0
 x_METZ_nvl72_2027 objective 0.7
 x_METZ_nvl72_2027 r1_demand_national_2027 3.0
 x_METZ_nvl72_2027 r3_room_METZ_2027 1.0
 M2 'MARKER' 'INTEND'
 s_short_2027 objective 40.0
 s_short_2027 r1_demand_national_2027 3.0
 s_short_2027 r4_balance 1.0
 d_drift objective 0.001
 d_drift r4_balance 3.0
 objective_constant objective 12.5
RHS
 RHS r1_demand_national_2027 17.0
 RHS r4_balance -7.0
BOUNDS
 UP BOUND w_LYON_400kV_2027 1.0
 UP BOUND w_METZ_225kV_2027 1.0
 UP BOUND x_LYON_nvl72_2027 7.0
 UP BOUND x_METZ_nvl72_2027 5.0
 MI BOUND d_drift
 UP BOUND d_drift 100.0
 FX BOUND objective_constant 1.0
ENDATA
