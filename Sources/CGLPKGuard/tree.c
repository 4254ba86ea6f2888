// SPDX-License-Identifier: GPL-3.0-or-later
// The branch-and-bound tree, as a callback may see and steer it.

#include "guard.h"

glpguard_status glpguard_tree_state(glpguard_scope *scope, glp_tree *tree, glpguard_search *search) {
  GLPGUARD_RUN(scope, {
    glp_prob *problem = glp_ios_get_prob(tree);
    search->reason = glp_ios_reason(tree);
    glp_ios_tree_size(tree, &search->active, &search->current, &search->total);
    search->node = glp_ios_curr_node(tree);
    search->columns = glp_get_num_cols(problem);
    search->rows = glp_get_num_rows(problem);
    search->direction = glp_get_obj_dir(problem);
    search->solution_status = glp_mip_status(problem);
    search->incumbent = glp_mip_obj_val(problem);
  });
}

glpguard_status glpguard_tree_problem(glpguard_scope *scope, glp_tree *tree, glp_prob **problem) {
  GLPGUARD_RUN(scope, *problem = glp_ios_get_prob(tree));
}

glpguard_status glpguard_tree_node(
    glpguard_scope *scope, glp_tree *tree, int node, glpguard_node *state) {
  GLPGUARD_RUN(scope, {
    state->level = glp_ios_node_level(tree, node);
    state->parent = glp_ios_up_node(tree, node);
    state->bound = glp_ios_node_bound(tree, node);
  });
}

glpguard_status glpguard_tree_best(
    glpguard_scope *scope, glp_tree *tree, int *node, glpguard_node *state) {
  GLPGUARD_RUN(scope, {
    *node = glp_ios_best_node(tree);
    if (*node != 0) {
      state->level = glp_ios_node_level(tree, *node);
      state->parent = glp_ios_up_node(tree, *node);
      state->bound = glp_ios_node_bound(tree, *node);
    }
  });
}

glpguard_status glpguard_tree_next(glpguard_scope *scope, glp_tree *tree, int node, int *next) {
  GLPGUARD_RUN(scope, *next = glp_ios_next_node(tree, node));
}

glpguard_status glpguard_tree_fractional(glpguard_scope *scope, glp_tree *tree, bool *fractional) {
  GLPGUARD_RUN(scope, {
    int columns = glp_get_num_cols(glp_ios_get_prob(tree));
    for (int j = 1; j <= columns; j++) fractional[j - 1] = glp_ios_can_branch(tree, j) != 0;
  });
}

glpguard_status glpguard_tree_branch(glpguard_scope *scope, glp_tree *tree, int column, int direction) {
  GLPGUARD_RUN(scope, glp_ios_branch_upon(tree, column, direction));
}

glpguard_status glpguard_tree_select(glpguard_scope *scope, glp_tree *tree, int node) {
  GLPGUARD_RUN(scope, glp_ios_select_node(tree, node));
}

glpguard_status glpguard_tree_add_cut(
    glpguard_scope *scope, glp_tree *tree, int count, const int *columns, const double *values, int type,
    double bound) {
  GLPGUARD_RUN(scope, glp_ios_add_row(tree, NULL, 0, 0, count, columns, values, type, bound));
}

glpguard_status glpguard_tree_add_row(
    glpguard_scope *scope, glp_tree *tree, int count, const int *columns, const double *values, double lower,
    double upper) {
  GLPGUARD_RUN(scope, {
    glp_prob *problem = glp_ios_get_prob(tree);
    int row = glp_add_rows(problem, 1);
    glp_set_row_bnds(problem, row, glpguard_bound_type(lower, upper), lower, upper);
    glp_set_mat_row(problem, row, count, columns, values);
  });
}

glpguard_status glpguard_tree_offer(
    glpguard_scope *scope, glp_tree *tree, const double *values, int *refused) {
  GLPGUARD_RUN(scope, *refused = glp_ios_heur_sol(tree, values));
}

glpguard_status glpguard_tree_terminate(glpguard_scope *scope, glp_tree *tree) {
  GLPGUARD_RUN(scope, glp_ios_terminate(tree));
}
