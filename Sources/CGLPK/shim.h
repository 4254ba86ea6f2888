// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK ships one header and no pkg-config file; the module map links the library by name instead.

#ifndef ARPENT_CGLPK_SHIM_H
#define ARPENT_CGLPK_SHIM_H

#if __has_include(<glpk.h>)
#include <glpk.h>
#elif __has_include(<glpk/glpk.h>)
#include <glpk/glpk.h>
#else
#error "glpk.h was not found: install libglpk-dev (Debian, Ubuntu) or glpk-devel (Fedora)"
#endif

#endif
