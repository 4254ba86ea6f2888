// SPDX-License-Identifier: GPL-3.0-or-later
//
// The few functions of librsvg 2.46 or later, cairo and GLib that Arpent calls, as their documentation declares them:
// https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/ and https://www.cairographics.org/manual/
// Written out because the libraries' own headers ask for a compiler flag (-pthread) that Swift packages may not pass on.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct _RsvgHandle RsvgHandle;
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

typedef struct {
  double x, y, width, height;
} RsvgRectangle;

typedef struct {
  uint32_t domain;
  int code;
  char *message;
} GError;

RsvgHandle *rsvg_handle_new_from_data(const uint8_t *data, size_t data_len, GError **error);
int rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *handle, double *out_width, double *out_height);
int rsvg_handle_render_document(RsvgHandle *handle, cairo_t *cr, const RsvgRectangle *viewport, GError **error);

/// CAIRO_FORMAT_ARGB32 is 0 and CAIRO_STATUS_SUCCESS is 0.
cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
cairo_t *cairo_create(cairo_surface_t *target);
void cairo_destroy(cairo_t *cr);
void cairo_surface_destroy(cairo_surface_t *surface);
int cairo_surface_status(cairo_surface_t *surface);
const char *cairo_status_to_string(int status);
typedef int (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);
int cairo_surface_write_to_png_stream(cairo_surface_t *surface, cairo_write_func_t write_func, void *closure);
const char *cairo_version_string(void);

void g_object_unref(void *object);
void g_error_free(GError *error);

extern const unsigned int rsvg_major_version, rsvg_minor_version, rsvg_micro_version;
