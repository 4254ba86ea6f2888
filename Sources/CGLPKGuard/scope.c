// SPDX-License-Identifier: GPL-3.0-or-later
// Scopes, hooks and frames.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guard.h"

// The scope that is open on this thread. GLPK's environment is thread-local as well, so the comparison with this variable
// is exactly the question whether a problem belongs to the calling thread.
static _Thread_local glpguard_scope *open_scope;

static int on_text(void *info, const char *text) {
  glpguard_scope *scope = info;
  if (glp_at_error()) {
    size_t room = sizeof scope->message - 1 - scope->length;
    size_t count = strlen(text);
    if (count > room) count = room;
    memcpy(scope->message + scope->length, text, count);
    scope->length += count;
    scope->message[scope->length] = '\0';
  } else if (scope->sink != NULL) {
    scope->sink(scope->context, text);
  }
  return 1;
}

static void on_error(void *info) {
  glpguard_scope *scope = info;
  // Without a frame the error comes from unguarded code on this thread. Returning lets GLPK do what it does without a
  // hook, which is to abort.
  if (scope->top == NULL) return;
  scope->lost = true;
  longjmp(scope->top->jump, 1);
}

glpguard_status glpguard_open(glpguard_scope **scope, glpguard_sink sink, void *context) {
  *scope = NULL;
  if (open_scope != NULL) return GLPGUARD_ALREADY_OPEN;
  int initialized = glp_init_env();
  if (initialized > 1) return GLPGUARD_NO_MEMORY;
  glpguard_scope *opened = calloc(1, sizeof *opened);
  if (opened == NULL) {
    if (initialized == 0) glp_free_env();
    return GLPGUARD_NO_MEMORY;
  }
  opened->made_environment = initialized == 0;
  opened->sink = sink;
  opened->context = context;
  open_scope = opened;
  *scope = opened;
  return GLPGUARD_OK;
}

void glpguard_close(glpguard_scope *scope) {
  if (scope == NULL || scope != open_scope) return;
  if (!scope->lost) {
    if (scope->made_environment) {
      glp_free_env();
    } else {
      glp_term_hook(NULL, NULL);
      glp_error_hook(NULL, NULL);
    }
  }
  open_scope = NULL;
  free(scope);
}

const char *glpguard_message(const glpguard_scope *scope) { return scope->message; }

bool glpguard_is_lost(const glpguard_scope *scope) { return scope->lost; }

glpguard_status glpguard_enter(glpguard_scope *scope, glpguard_frame *frame) {
  // The comparison comes first: only the owning thread may read the fields.
  if (scope != open_scope) return GLPGUARD_WRONG_THREAD;
  if (scope->lost) return GLPGUARD_LOST;
  frame->outer = scope->top;
  scope->top = frame;
  glp_term_hook(on_text, scope);
  glp_error_hook(on_error, scope);
  return GLPGUARD_OK;
}

void glpguard_leave(glpguard_scope *scope, glpguard_frame *frame) { scope->top = frame->outer; }

glpguard_status glpguard_caught(glpguard_scope *scope, glpguard_frame *frame) {
  scope->top = frame->outer;
  // A call further out still uses the environment; it frees it when its own frame is caught.
  if (scope->top == NULL) glp_free_env();
  return GLPGUARD_FATAL;
}

glpguard_status glpguard_limit_memory(glpguard_scope *scope, int mebibytes) {
  GLPGUARD_RUN(scope, glp_mem_limit(mebibytes));
}

glpguard_status glpguard_memory(
    glpguard_scope *scope, int *blocks, int *peak_blocks, size_t *bytes, size_t *peak_bytes) {
  GLPGUARD_RUN(scope, glp_mem_usage(blocks, peak_blocks, bytes, peak_bytes));
}

int glpguard_bound_type(double lower, double upper) {
  bool below = !isinf(lower), above = !isinf(upper);
  if (below && above) return lower == upper ? GLP_FX : GLP_DB;
  if (below) return GLP_LO;
  return above ? GLP_UP : GLP_FR;
}
