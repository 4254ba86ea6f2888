// SPDX-License-Identifier: GPL-3.0-or-later
// Names of problems, objectives, rows and columns.

#include "guard.h"

glpguard_status glpguard_set_problem_name(glpguard_scope *scope, glp_prob *problem, const char *name) {
  GLPGUARD_RUN(scope, glp_set_prob_name(problem, name));
}

glpguard_status glpguard_set_objective_name(glpguard_scope *scope, glp_prob *problem, const char *name) {
  GLPGUARD_RUN(scope, glp_set_obj_name(problem, name));
}

glpguard_status glpguard_set_row_name(glpguard_scope *scope, glp_prob *problem, int row, const char *name) {
  GLPGUARD_RUN(scope, glp_set_row_name(problem, row, name));
}

glpguard_status glpguard_set_column_name(
    glpguard_scope *scope, glp_prob *problem, int column, const char *name) {
  GLPGUARD_RUN(scope, glp_set_col_name(problem, column, name));
}

glpguard_status glpguard_get_problem_name(glpguard_scope *scope, glp_prob *problem, const char **name) {
  GLPGUARD_RUN(scope, *name = glp_get_prob_name(problem));
}

glpguard_status glpguard_get_objective_name(glpguard_scope *scope, glp_prob *problem, const char **name) {
  GLPGUARD_RUN(scope, *name = glp_get_obj_name(problem));
}

glpguard_status glpguard_get_row_name(
    glpguard_scope *scope, glp_prob *problem, int row, const char **name) {
  GLPGUARD_RUN(scope, *name = glp_get_row_name(problem, row));
}

glpguard_status glpguard_get_column_name(
    glpguard_scope *scope, glp_prob *problem, int column, const char **name) {
  GLPGUARD_RUN(scope, *name = glp_get_col_name(problem, column));
}
