/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynError:
 *
 * What can go wrong in the core.  Every message is translatable, names the file it is about and says
 * what was kept.  Cancelling is reported as %G_IO_ERROR_CANCELLED, never here.
 */
typedef enum
{
  SYN_ERROR_FAILED,
  SYN_ERROR_READ,      /* the bytes could not be had: missing, no permission, I/O error */
  SYN_ERROR_FORMAT,    /* the bytes are not what the name or the caller said */
  SYN_ERROR_EMPTY,     /* nothing to read in it */
  SYN_ERROR_TOO_LARGE, /* over a stated limit */
  SYN_ERROR_DATABASE,  /* any other SQLite failure */
  SYN_ERROR_BUSY,      /* the workspace is locked by another process */
  SYN_ERROR_READ_ONLY, /* the workspace cannot be written */
  SYN_ERROR_CORRUPT,   /* the workspace is damaged or is no workspace */
  SYN_ERROR_NEWER,     /* the workspace was written by a newer Synoptic */
  SYN_ERROR_FULL,      /* the disk is full */
  SYN_ERROR_NOT_FOUND, /* the thing named does not exist */
  SYN_ERROR_USAGE,     /* the caller's words make no sense */
} SynError;

#define SYN_ERROR (syn_error_quark ())
GQuark syn_error_quark (void);

G_END_DECLS
