// SPDX-License-Identifier: GPL-3.0-or-later
// Branch and bound, and the way a fatal error leaves a callback.

#include "guard.h"

typedef struct running_search {
  glpguard_scope *scope;
  glpguard_frame *frame;
  glpguard_callback callback;
  void *context;
} running_search;

static void on_search(glp_tree *tree, void *info) {
  running_search *search = info;
  search->callback(search->context, tree);
  // A guarded call inside the callback may have met a fatal error. It was caught below the callback and reported to it;
  // the callback has returned, so every frame up to the search is C and can be left at once.
  if (search->scope->lost) {
    search->scope->top = search->frame;
    longjmp(search->frame->jump, 1);
  }
}

glpguard_status glpguard_intopt(
    glpguard_scope *scope, glp_prob *problem, const glp_iocp *parameters, glpguard_callback callback,
    void *context, int *code) {
  GLPGUARD_RUN(scope, {
    glp_iocp used = *parameters;
    running_search search = {scope, &frame_, callback, context};
    used.cb_func = callback != NULL ? on_search : NULL;
    used.cb_info = callback != NULL ? &search : NULL;
    *code = glp_intopt(problem, &used);
  });
}

glpguard_status glpguard_integer_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution) {
  GLPGUARD_RUN(scope, {
    solution->status = glp_mip_status(problem);
    solution->primal_status = solution->status;
    solution->dual_status = GLP_UNDEF;
    solution->iterations = glp_get_it_cnt(problem);
    solution->ray = 0;
    solution->objective = glp_mip_obj_val(problem);
  });
}

glpguard_status glpguard_integer_values(
    glpguard_scope *scope, glp_prob *problem, double *row_values, double *column_values) {
  GLPGUARD_RUN(scope, {
    int rows = row_values != NULL ? glp_get_num_rows(problem) : 0;
    int columns = column_values != NULL ? glp_get_num_cols(problem) : 0;
    for (int i = 1; i <= rows; i++) row_values[i - 1] = glp_mip_row_val(problem, i);
    for (int j = 1; j <= columns; j++) column_values[j - 1] = glp_mip_col_val(problem, j);
  });
}
