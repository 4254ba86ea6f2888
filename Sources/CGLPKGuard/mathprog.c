// SPDX-License-Identifier: GPL-3.0-or-later
// The GNU MathProg translator.

#include "guard.h"

glpguard_status glpguard_translator_create(glpguard_scope *scope, glp_tran **translator) {
  GLPGUARD_RUN(scope, *translator = glp_mpl_alloc_wksp());
}

static glpguard_status delete_translator(glpguard_scope *scope, glp_tran *translator) {
  GLPGUARD_RUN(scope, glp_mpl_free_wksp(translator));
}

void glpguard_translator_delete(glpguard_scope *scope, glp_tran *translator) {
  (void)delete_translator(scope, translator);
}

glpguard_status glpguard_translator_seed(glpguard_scope *scope, glp_tran *translator, int seed) {
  GLPGUARD_RUN(scope, glp_mpl_init_rand(translator, seed));
}

glpguard_status glpguard_translator_read_model(
    glpguard_scope *scope, glp_tran *translator, const char *path, bool skip_data, int *code) {
  GLPGUARD_RUN(scope, *code = glp_mpl_read_model(translator, path, skip_data ? 1 : 0));
}

glpguard_status glpguard_translator_read_data(
    glpguard_scope *scope, glp_tran *translator, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_mpl_read_data(translator, path));
}

glpguard_status glpguard_translator_generate(
    glpguard_scope *scope, glp_tran *translator, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_mpl_generate(translator, path));
}

glpguard_status glpguard_translator_build(
    glpguard_scope *scope, glp_tran *translator, glp_prob *problem) {
  GLPGUARD_RUN(scope, glp_mpl_build_prob(translator, problem));
}

glpguard_status glpguard_translator_postsolve(
    glpguard_scope *scope, glp_tran *translator, glp_prob *problem, int solution, int *code) {
  GLPGUARD_RUN(scope, *code = glp_mpl_postsolve(translator, problem, solution));
}
