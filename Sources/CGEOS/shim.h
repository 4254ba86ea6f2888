// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C side of the GEOS wrapper. Only the functions with a context handle ("_r") are used: the others share one
// hidden context, which two threads must not.

#ifndef CGEOS_SHIM_H
#define CGEOS_SHIM_H

#include <geos_c.h>

#if GEOS_VERSION_MAJOR < 3 || (GEOS_VERSION_MAJOR == 3 && GEOS_VERSION_MINOR < 10)
#error "GEOS 3.10 or newer is needed."
#endif

#endif
