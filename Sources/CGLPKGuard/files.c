// SPDX-License-Identifier: GPL-3.0-or-later
// Model files.

#include "guard.h"

glpguard_status glpguard_read_mps(
    glpguard_scope *scope, glp_prob *problem, int format, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_read_mps(problem, format, NULL, path));
}

glpguard_status glpguard_write_mps(
    glpguard_scope *scope, glp_prob *problem, int format, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_write_mps(problem, format, NULL, path));
}

glpguard_status glpguard_read_lp(glpguard_scope *scope, glp_prob *problem, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_read_lp(problem, NULL, path));
}

glpguard_status glpguard_write_lp(glpguard_scope *scope, glp_prob *problem, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_write_lp(problem, NULL, path));
}

glpguard_status glpguard_read_glpk(glpguard_scope *scope, glp_prob *problem, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_read_prob(problem, 0, path));
}

glpguard_status glpguard_write_glpk(glpguard_scope *scope, glp_prob *problem, const char *path, int *code) {
  GLPGUARD_RUN(scope, *code = glp_write_prob(problem, 0, path));
}
