// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C side of the GDAL wrapper: which headers Swift sees, and how.
//
// 1. Handles. GDAL declares OGRLayerH, OGRFeatureH, OGRGeometryH and the others as `void *` unless DEBUG is
//    defined, so that a layer passed where a feature is wanted compiles. With DEBUG each is a pointer to a
//    struct of its own. DEBUG changes nothing else that the C headers below declare: the library keeps its
//    binary interface, and the only other effect is on macros for C++ and on the opaque types of mutexes and
//    files. The macro is pushed and popped because SwiftPM defines DEBUG itself in debug builds of C targets
//    and because our caller's own meaning of it must survive.
// 2. Struct bodies. A pointer to an incomplete struct reaches Swift as `OpaquePointer`, whatever the struct;
//    with a body it reaches Swift as `UnsafeMutablePointer<OGRLayerHS>` and mixing two kinds of handle is an
//    error there too. The bodies are never used.
// 3. GDALDatasetH, GDALDriverH and GDALRasterBandH are `void *` in every build of GDAL; no macro changes
//    them. The Swift wrapper keeps each in one private property for that reason.
// 4. Functions at the end stand for what the Swift importer leaves out. Variadic functions (CPLError,
//    CPLDebug) have no stand-in: the wrapper collects messages and never emits any.

#ifndef CGDAL_SHIM_H
#define CGDAL_SHIM_H

#pragma push_macro("DEBUG")
#undef DEBUG
#define DEBUG 1

#if __has_include(<gdal.h>)
#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_version.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#elif __has_include(<gdal/gdal.h>)
// Debian and Fedora put the headers into a folder of their own; pkg-config normally adds it to the search
// path.
#include <gdal/gdal.h>
#include <gdal/gdal_alg.h>
#include <gdal/gdal_version.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/cpl_vsi.h>
#else
#error "GDAL's headers are missing: install libgdal-dev (Debian, Ubuntu) or gdal-devel (Fedora)."
#endif

#pragma pop_macro("DEBUG")

#if GDAL_VERSION_NUM < 3060000
#error "GDAL 3.6 or newer is needed."
#endif

// Bodies for the handle structs (point 2 above).
struct OGRGeometryHS { char opaque; };
struct OGRSpatialReferenceHS { char opaque; };
struct OGRCoordinateTransformationHS { char opaque; };
struct OGRCoordinateTransformationOptions { char opaque; };
struct OGRFieldDefnHS { char opaque; };
struct OGRGeomFieldDefnHS { char opaque; };
struct OGRFeatureDefnHS { char opaque; };
struct OGRFeatureHS { char opaque; };
struct OGRLayerHS { char opaque; };
struct _OGRPreparedGeometry { char opaque; };

#ifndef __cplusplus
// Fails the build, here and not in some later crash, if a header of GDAL's stops honouring DEBUG.
#define CGDAL_DISTINCT(a, b) \
  _Static_assert(!__builtin_types_compatible_p(a, b), #a " and " #b " must be different types")
CGDAL_DISTINCT(OGRLayerH, OGRFeatureH);
CGDAL_DISTINCT(OGRLayerH, OGRFeatureDefnH);
CGDAL_DISTINCT(OGRFeatureH, OGRGeometryH);
CGDAL_DISTINCT(OGRFeatureH, OGRFeatureDefnH);
CGDAL_DISTINCT(OGRGeometryH, OGRSpatialReferenceH);
CGDAL_DISTINCT(OGRSpatialReferenceH, OGRCoordinateTransformationH);
CGDAL_DISTINCT(OGRFieldDefnH, OGRGeomFieldDefnH);
CGDAL_DISTINCT(OGRGeometryH, OGRPreparedGeometryH);
#undef CGDAL_DISTINCT
#endif

/// The version of the headers this was compiled with, as GDAL_VERSION_NUM (major * 1000000 + minor * 10000 +
/// ...). Reason: GDAL_VERSION_NUM expands to a macro with arguments, which Swift does not import. Can go when
/// GDAL offers the number as a plain constant.
static inline int CGDAL_headerVersionNumber(void) { return GDAL_VERSION_NUM; }

#endif
