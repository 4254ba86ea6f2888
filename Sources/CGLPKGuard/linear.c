// SPDX-License-Identifier: GPL-3.0-or-later
// Linear programming: simplex, exact simplex, interior point, and their solutions.

#include "guard.h"

glpguard_status glpguard_simplex(
    glpguard_scope *scope, glp_prob *problem, const glp_smcp *parameters, int *code) {
  GLPGUARD_RUN(scope, *code = glp_simplex(problem, parameters));
}

glpguard_status glpguard_exact(
    glpguard_scope *scope, glp_prob *problem, const glp_smcp *parameters, int *code) {
  GLPGUARD_RUN(scope, *code = glp_exact(problem, parameters));
}

glpguard_status glpguard_interior(
    glpguard_scope *scope, glp_prob *problem, const glp_iptcp *parameters, int *code) {
  GLPGUARD_RUN(scope, *code = glp_interior(problem, parameters));
}

glpguard_status glpguard_basic_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution) {
  GLPGUARD_RUN(scope, {
    solution->status = glp_get_status(problem);
    solution->primal_status = glp_get_prim_stat(problem);
    solution->dual_status = glp_get_dual_stat(problem);
    solution->iterations = glp_get_it_cnt(problem);
    solution->ray = glp_get_unbnd_ray(problem);
    solution->objective = glp_get_obj_val(problem);
  });
}

glpguard_status glpguard_interior_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution) {
  GLPGUARD_RUN(scope, {
    solution->status = glp_ipt_status(problem);
    solution->primal_status = solution->status;
    solution->dual_status = solution->status;
    solution->iterations = 0;
    solution->ray = 0;
    solution->objective = glp_ipt_obj_val(problem);
  });
}

glpguard_status glpguard_basic_values(
    glpguard_scope *scope, glp_prob *problem, double *row_primal, double *row_dual, double *column_primal,
    double *column_dual) {
  GLPGUARD_RUN(scope, {
    int rows = glp_get_num_rows(problem);
    int columns = glp_get_num_cols(problem);
    for (int i = 1; i <= rows; i++) {
      if (row_primal != NULL) row_primal[i - 1] = glp_get_row_prim(problem, i);
      if (row_dual != NULL) row_dual[i - 1] = glp_get_row_dual(problem, i);
    }
    for (int j = 1; j <= columns; j++) {
      if (column_primal != NULL) column_primal[j - 1] = glp_get_col_prim(problem, j);
      if (column_dual != NULL) column_dual[j - 1] = glp_get_col_dual(problem, j);
    }
  });
}

glpguard_status glpguard_interior_values(
    glpguard_scope *scope, glp_prob *problem, double *row_primal, double *row_dual, double *column_primal,
    double *column_dual) {
  GLPGUARD_RUN(scope, {
    int rows = glp_get_num_rows(problem);
    int columns = glp_get_num_cols(problem);
    for (int i = 1; i <= rows; i++) {
      if (row_primal != NULL) row_primal[i - 1] = glp_ipt_row_prim(problem, i);
      if (row_dual != NULL) row_dual[i - 1] = glp_ipt_row_dual(problem, i);
    }
    for (int j = 1; j <= columns; j++) {
      if (column_primal != NULL) column_primal[j - 1] = glp_ipt_col_prim(problem, j);
      if (column_dual != NULL) column_dual[j - 1] = glp_ipt_col_dual(problem, j);
    }
  });
}

glpguard_status glpguard_check_conditions(
    glpguard_scope *scope, glp_prob *problem, int solution, int condition, double *absolute,
    double *relative) {
  GLPGUARD_RUN(scope, {
    int absolute_index = 0;
    int relative_index = 0;
    glp_check_kkt(
        problem, solution, condition, absolute, &absolute_index, relative, &relative_index);
  });
}
