c Problem:    tiny
c Rows:       4
c Columns:    7
c Non-zeros:  9
c Status:     INTEGER OPTIMAL
c Objective:  objective = 49.09766667 (MINimum)
c
s mip 4 7 o 49.0976666666667
i 1 18
i 2 -1
i 3 0
i 4 -7
j 1 1
j 2 0
j 3 6
j 4 0
j 5 0
j 6 -2.33333333333333
j 7 1
e o f
