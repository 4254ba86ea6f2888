// SPDX-License-Identifier: GPL-3.0-or-later
// Problem objects: creation, rows, columns, bounds, objective, kinds.

#include <math.h>

#include "guard.h"

glpguard_status glpguard_create(glpguard_scope *scope, glp_prob **problem) {
  GLPGUARD_RUN(scope, *problem = glp_create_prob());
}

glpguard_status glpguard_copy(
    glpguard_scope *scope, glp_prob *source, bool names, glp_prob *destination) {
  GLPGUARD_RUN(scope, glp_copy_prob(destination, source, names ? GLP_ON : GLP_OFF));
}

glpguard_status glpguard_erase(glpguard_scope *scope, glp_prob *problem) {
  GLPGUARD_RUN(scope, glp_erase_prob(problem));
}

static glpguard_status delete_problem(glpguard_scope *scope, glp_prob *problem) {
  GLPGUARD_RUN(scope, glp_delete_prob(problem));
}

void glpguard_delete(glpguard_scope *scope, glp_prob *problem) { (void)delete_problem(scope, problem); }

glpguard_status glpguard_measure(glpguard_scope *scope, glp_prob *problem, glpguard_size *size) {
  GLPGUARD_RUN(scope, {
    size->rows = glp_get_num_rows(problem);
    size->columns = glp_get_num_cols(problem);
    size->entries = glp_get_num_nz(problem);
    size->integers = glp_get_num_int(problem);
    size->binaries = glp_get_num_bin(problem);
    size->direction = glp_get_obj_dir(problem);
  });
}

glpguard_status glpguard_set_direction(glpguard_scope *scope, glp_prob *problem, int direction) {
  GLPGUARD_RUN(scope, glp_set_obj_dir(problem, direction));
}

glpguard_status glpguard_add_rows(glpguard_scope *scope, glp_prob *problem, int count, int *first) {
  GLPGUARD_RUN(scope, *first = glp_add_rows(problem, count));
}

glpguard_status glpguard_add_columns(glpguard_scope *scope, glp_prob *problem, int count, int *first) {
  GLPGUARD_RUN(scope, *first = glp_add_cols(problem, count));
}

glpguard_status glpguard_delete_rows(
    glpguard_scope *scope, glp_prob *problem, int count, const int *numbers) {
  GLPGUARD_RUN(scope, glp_del_rows(problem, count, numbers));
}

glpguard_status glpguard_delete_columns(
    glpguard_scope *scope, glp_prob *problem, int count, const int *numbers) {
  GLPGUARD_RUN(scope, glp_del_cols(problem, count, numbers));
}

glpguard_status glpguard_set_row_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *lower, const double *upper) {
  GLPGUARD_RUN(scope, for (int i = 0; i < count; i++) {
    glp_set_row_bnds(problem, first + i, glpguard_bound_type(lower[i], upper[i]), lower[i], upper[i]);
  });
}

glpguard_status glpguard_set_column_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *lower, const double *upper) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    glp_set_col_bnds(problem, first + j, glpguard_bound_type(lower[j], upper[j]), lower[j], upper[j]);
  });
}

// GLPK's getters give -DBL_MAX and +DBL_MAX for missing bounds; by type is the safer question.
static bool has_lower(int type) { return type == GLP_LO || type == GLP_DB || type == GLP_FX; }
static bool has_upper(int type) { return type == GLP_UP || type == GLP_DB || type == GLP_FX; }

glpguard_status glpguard_get_row_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *lower, double *upper) {
  GLPGUARD_RUN(scope, for (int i = 0; i < count; i++) {
    int type = glp_get_row_type(problem, first + i);
    lower[i] = has_lower(type) ? glp_get_row_lb(problem, first + i) : -INFINITY;
    upper[i] = has_upper(type) ? glp_get_row_ub(problem, first + i) : INFINITY;
  });
}

glpguard_status glpguard_get_column_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *lower, double *upper) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    int type = glp_get_col_type(problem, first + j);
    lower[j] = has_lower(type) ? glp_get_col_lb(problem, first + j) : -INFINITY;
    upper[j] = has_upper(type) ? glp_get_col_ub(problem, first + j) : INFINITY;
  });
}

glpguard_status glpguard_set_objective(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *coefficients) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    glp_set_obj_coef(problem, first + j, coefficients[j]);
  });
}

glpguard_status glpguard_get_objective(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *coefficients) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    coefficients[j] = glp_get_obj_coef(problem, first + j);
  });
}

glpguard_status glpguard_set_integer(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const bool *integer) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    glp_set_col_kind(problem, first + j, integer[j] ? GLP_IV : GLP_CV);
  });
}

glpguard_status glpguard_get_integer(
    glpguard_scope *scope, glp_prob *problem, int first, int count, bool *integer) {
  GLPGUARD_RUN(scope, for (int j = 0; j < count; j++) {
    integer[j] = glp_get_col_kind(problem, first + j) != GLP_CV;
  });
}
