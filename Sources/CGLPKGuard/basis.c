// SPDX-License-Identifier: GPL-3.0-or-later
// Bases of the simplex method.

#include "guard.h"

glpguard_status glpguard_build_basis(glpguard_scope *scope, glp_prob *problem, glpguard_start start) {
  GLPGUARD_RUN(scope, switch (start) {
    case GLPGUARD_STANDARD: glp_std_basis(problem); break;
    case GLPGUARD_ADVANCED: glp_adv_basis(problem, 0); break;
    case GLPGUARD_BIXBY: glp_cpx_basis(problem); break;
  });
}

glpguard_status glpguard_set_basis(
    glpguard_scope *scope, glp_prob *problem, const int *row_statuses, const int *column_statuses) {
  GLPGUARD_RUN(scope, {
    int rows = glp_get_num_rows(problem);
    int columns = glp_get_num_cols(problem);
    for (int i = 1; i <= rows; i++) glp_set_row_stat(problem, i, row_statuses[i - 1]);
    for (int j = 1; j <= columns; j++) glp_set_col_stat(problem, j, column_statuses[j - 1]);
  });
}

glpguard_status glpguard_get_basis(
    glpguard_scope *scope, glp_prob *problem, int *row_statuses, int *column_statuses) {
  GLPGUARD_RUN(scope, {
    int rows = glp_get_num_rows(problem);
    int columns = glp_get_num_cols(problem);
    for (int i = 1; i <= rows; i++) row_statuses[i - 1] = glp_get_row_stat(problem, i);
    for (int j = 1; j <= columns; j++) column_statuses[j - 1] = glp_get_col_stat(problem, j);
  });
}

glpguard_status glpguard_warm_up(glpguard_scope *scope, glp_prob *problem, int *code) {
  GLPGUARD_RUN(scope, *code = glp_warm_up(problem));
}
