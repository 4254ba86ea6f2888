// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this target share: the frame a fatal error jumps back to, and the macro that makes one.

#ifndef ARPENT_CGLPKGUARD_GUARD_H
#define ARPENT_CGLPKGUARD_GUARD_H

#include <setjmp.h>

#include "CGLPKGuard.h"

/// A place to jump back to. Frames form a chain, because a callback of branch and bound may make guarded calls while
/// the call that runs the search is still active.
typedef struct glpguard_frame {
  jmp_buf jump;
  struct glpguard_frame *outer;
} glpguard_frame;

struct glpguard_scope {
  glpguard_frame *top;
  glpguard_sink sink;
  void *context;
  bool made_environment;
  bool lost;
  size_t length;
  char message[1024];
};

/// Makes a frame the innermost one and sets the hooks of the thread. Anything but GLPGUARD_OK: nothing was entered.
glpguard_status glpguard_enter(glpguard_scope *scope, glpguard_frame *frame);
/// Removes the innermost frame after its call has returned.
void glpguard_leave(glpguard_scope *scope, glpguard_frame *frame);
/// Removes the innermost frame after a jump to it; frees the environment when no call is left below.
glpguard_status glpguard_caught(glpguard_scope *scope, glpguard_frame *frame);

/// Body of a guarded function: runs the statements, or returns the status of what went wrong.
#define GLPGUARD_RUN(scope, ...)                                        \
  do {                                                                  \
    glpguard_frame frame_;                                              \
    glpguard_status entered_ = glpguard_enter((scope), &frame_);        \
    if (entered_ != GLPGUARD_OK) return entered_;                       \
    if (setjmp(frame_.jump) != 0) return glpguard_caught((scope), &frame_); \
    __VA_ARGS__;                                                        \
    glpguard_leave((scope), &frame_);                                   \
    return GLPGUARD_OK;                                                 \
  } while (0)

/// Type code of a pair of bounds in which an infinite value means none.
int glpguard_bound_type(double lower, double upper);

#endif
