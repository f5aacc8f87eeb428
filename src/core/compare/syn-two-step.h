/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_two_step_add:
 * @to: score of the step to the statement in between
 * @onward: (array length=n): scores of the steps on from there, 0 where there is none
 * @first, @second: (array length=n) (inout): the two best detours so far, at least 0
 *
 * Adds the detours min (@to, @onward) to what is known of the two best ones.
 */
void syn_two_step_add (float to, const float *onward, float *first, float *second, guint n);

/**
 * syn_two_step_add_product:
 * @to: strength of the step to the statement in between
 * @onward: (array length=n): strengths of the steps on from there, 0 where there is none
 * @sum: (array length=n) (inout): what the two ends' profiles share so far
 *
 * Adds the products of @to and @onward.
 */
void syn_two_step_add_product (float to, const float *onward, float *sum, guint n);

G_END_DECLS
