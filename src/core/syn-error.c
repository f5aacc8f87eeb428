/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syn-error.h"

G_DEFINE_QUARK (syn-error-quark, syn_error)
