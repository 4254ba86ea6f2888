c Problem:    model
c Rows:       5
c Columns:    7
c Non-zeros:  16
c Status:     INTEGER OPTIMAL
c Objective:  objective = 49.09766667 (MINimum)
c
s mip 5 7 o 49.0976666666667
i 1 49.097666666667
i 2 18
i 3 -1
i 4 0
i 5 -7
j 1 1
j 2 0
j 3 6
j 4 0
j 5 0
j 6 -2.3333333333333
j 7 1
e o f
