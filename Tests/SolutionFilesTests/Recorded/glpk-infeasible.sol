c Problem:    tiny
c Rows:       4
c Columns:    7
c Non-zeros:  9
c Status:     INTEGER EMPTY
c Objective:  objective = 0 (MINimum)
c
s mip 4 7 n 0
i 1 0
i 2 0
i 3 0
i 4 0
j 1 0
j 2 0
j 3 0
j 4 0
j 5 0
j 6 0
j 7 0
e o f
