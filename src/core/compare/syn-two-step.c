/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-two-step.h"

/* The loops of a comparison that run with the cube of a story's statements: worth that the
 * compiler takes several of them at once.  It does so by itself only at a higher level. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3")
#endif

static inline float
least (float a, float b)
{
  return a < b ? a : b;
}

static inline float
most (float a, float b)
{
  return a > b ? a : b;
}

void
syn_two_step_add (float to, const float *restrict onward, float *restrict first,
                  float *restrict second, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      float detour = least (to, onward[i]);
      float worse = least (first[i], detour);

      first[i] = most (first[i], detour);
      second[i] = most (second[i], worse);
    }
}

void
syn_two_step_add_product (float to, const float *restrict onward, float *restrict sum, guint n)
{
  for (guint i = 0; i < n; i++)
    sum[i] += to * onward[i];
}
