/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-result-bytes.h"

#include "compare/syn-comparison-private.h"

#include <string.h>

/*
 * A SHA-256 of the rest, then a GVariant: statements and terms of the corpus it is about; the pairs as
 * three numbers each (a, b, the bits of z), best first; of each match the number of its pair, kind, spans
 * and reason; the conflicts.  Probabilities and tiers follow from the scores.
 */
#define RESULT_TYPE "(uuaua(uyauaus)a(uuuuudduss(uuuu)ss))"
#define SUM_BYTES 32

/* A field that is added to these has to be kept below, or to follow from what is kept. */
#if GLIB_SIZEOF_VOID_P == 8
G_STATIC_ASSERT (sizeof (SynMatch) == 56);
G_STATIC_ASSERT (sizeof (SynConflict) == 88);
G_STATIC_ASSERT (sizeof (SynPair) == 20);
#endif

static GVariant *
write_pairs (GArray *pairs)
{
  g_autofree guint32 *numbers = g_new (guint32, 3 * (gsize)pairs->len + 1);

  for (gsize i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      numbers[3 * i] = pair->a;
      numbers[3 * i + 1] = pair->b;
      memcpy (&numbers[3 * i + 2], &pair->z, sizeof pair->z);
    }
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, numbers, 3 * (gsize)pairs->len,
                                    sizeof *numbers);
}

/* Spans are pairs of numbers side by side. */
static GVariant *
write_spans (const GArray *spans)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, spans->data, 2 * (gsize)spans->len,
                                    sizeof (guint32));
}

static GVariant *
write_matches (GArray *pairs, GArray *matches)
{
  GVariantBuilder builder;
  guint pair = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uyauaus)"));
  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      while (g_array_index (pairs, SynPair, pair).a != match->a
             || g_array_index (pairs, SynPair, pair).b != match->b)
        pair++;
      g_variant_builder_add (&builder, "(uy@au@aus)", pair, (guchar)match->kind,
                             write_spans (match->a_spans), write_spans (match->b_spans),
                             match->reason);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_conflicts (GArray *conflicts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uuuuudduss(uuuu)ss)"));
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SynConflict *c = &g_array_index (conflicts, SynConflict, i);

      g_variant_builder_add (&builder, "(uuuuudduss(uuuu)ss)", c->a, c->b, (guint32)c->type,
                             (guint32)c->strength, (guint32)c->tier, c->probability, c->score,
                             c->group, c->a_side != 0 ? g_quark_to_string (c->a_side) : "",
                             c->b_side != 0 ? g_quark_to_string (c->b_side) : "", c->a_span.start,
                             c->a_span.end, c->b_span.start, c->b_span.end,
                             c->topic != NULL ? c->topic : "", c->reason);
    }
  return g_variant_builder_end (&builder);
}

static void
sum_bytes (const guchar *data, gsize length, guchar *out)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = SUM_BYTES;

  g_checksum_update (sum, data, length);
  g_checksum_get_digest (sum, out, &size);
}

GBytes *
syn_result_write_bytes (SynEngine *engine, GArray *matches)
{
  g_autoptr (GVariant) result = g_variant_ref_sink (
      g_variant_new ("(uu@au@a(uyauaus)@a(uuuuudduss(uuuu)ss))", engine->statements->len,
                     engine->terms->len, write_pairs (engine->pairs),
                     write_matches (engine->pairs, matches), write_conflicts (engine->conflicts)));
  gsize size = g_variant_get_size (result);
  guchar *bytes = g_malloc (SUM_BYTES + size);

  g_variant_store (result, bytes + SUM_BYTES);
  sum_bytes (bytes + SUM_BYTES, size, bytes);
  return g_bytes_new_take (bytes, SUM_BYTES + size);
}

/* (transfer full) (nullable): the variant in @bytes, if it is whole and of this corpus. */
static GVariant *
open_result (SynEngine *engine, GBytes *bytes)
{
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GVariant) result = NULL;
  guchar sum[SUM_BYTES];
  guint32 n_statements, n_terms;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (size <= SUM_BYTES)
    return NULL;
  sum_bytes (data + SUM_BYTES, size - SUM_BYTES, sum);
  if (memcmp (sum, data, SUM_BYTES) != 0)
    return NULL;
  rest = g_bytes_new_from_bytes (bytes, SUM_BYTES, size - SUM_BYTES);
  result = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (RESULT_TYPE), rest, FALSE));
  if (!g_variant_is_normal_form (result))
    return NULL;
  g_variant_get_child (result, 0, "u", &n_statements);
  g_variant_get_child (result, 1, "u", &n_terms);
  if (n_statements != engine->statements->len || n_terms != engine->terms->len)
    return NULL;
  return g_steal_pointer (&result);
}

static gboolean
is_pair (SynEngine *engine, guint a, guint b)
{
  return a < b && b < engine->statements->len;
}

static GArray *
read_pairs (SynEngine *engine, GVariant *result)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (result, 2);
  gsize n;
  const guint32 *numbers = g_variant_get_fixed_array (child, &n, sizeof *numbers);
  g_autoptr (GArray) pairs = g_array_sized_new (FALSE, FALSE, sizeof (SynPair), n / 3);

  if (n % 3 != 0)
    return NULL;
  for (gsize i = 0; i < n; i += 3)
    {
      SynPair pair = { .a = numbers[i], .b = numbers[i + 1], .tier = SYN_TIER_NONE };

      if (!is_pair (engine, pair.a, pair.b))
        return NULL;
      memcpy (&pair.z, &numbers[i + 2], sizeof pair.z);
      g_array_append_val (pairs, pair);
    }
  return g_steal_pointer (&pairs);
}

static GArray *
read_spans (GVariant *spans)
{
  gsize n;
  const guint32 *numbers = g_variant_get_fixed_array (spans, &n, sizeof *numbers);
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (SynSpan), n / 2);

  if (n >= 2)
    g_array_append_vals (out, numbers, n / 2);
  return out;
}

/* Tiers and probabilities are those of the pairs, after they have been calibrated. */
static GArray *
read_matches (GArray *pairs, GVariant *result)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (result, 3);
  g_autoptr (GArray) matches = g_array_new (FALSE, TRUE, sizeof (SynMatch));
  gsize n = g_variant_n_children (child);

  g_array_set_clear_func (matches, (GDestroyNotify)syn_match_clear);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) a_spans = NULL, b_spans = NULL;
      g_autofree char *reason = NULL;
      const SynPair *pair;
      SynMatch match = { 0 };
      guint32 index;
      guchar kind;

      g_variant_get_child (child, i, "(uy@au@aus)", &index, &kind, &a_spans, &b_spans, &reason);
      if (index >= pairs->len)
        return NULL;
      pair = &g_array_index (pairs, SynPair, index);
      match.a = pair->a;
      match.b = pair->b;
      match.kind = kind;
      match.tier = pair->tier;
      match.score = pair->p;
      match.a_spans = read_spans (a_spans);
      match.b_spans = read_spans (b_spans);
      match.reason = g_steal_pointer (&reason);
      g_array_append_val (matches, match);
    }
  return g_steal_pointer (&matches);
}

/* Takes @text; NULL for an empty one. */
static char *
take_text (char *text)
{
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static gboolean
read_conflicts (SynEngine *engine, GVariant *result)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (result, 4);
  gsize n = g_variant_n_children (child);

  for (gsize i = 0; i < n; i++)
    {
      SynConflict c = { .claim = -1 };
      guint32 type, strength, tier;
      char *topic;
      const char *a_side, *b_side;

      g_variant_get_child (child, i, "(uuuuuddu&s&s(uuuu)ss)", &c.a, &c.b, &type, &strength, &tier,
                           &c.probability, &c.score, &c.group, &a_side, &b_side, &c.a_span.start,
                           &c.a_span.end, &c.b_span.start, &c.b_span.end, &topic, &c.reason);
      c.type = type;
      c.strength = strength;
      c.tier = tier;
      c.topic = take_text (topic);
      c.a_side = *a_side != '\0' ? g_quark_from_string (a_side) : 0;
      c.b_side = *b_side != '\0' ? g_quark_from_string (b_side) : 0;
      g_array_append_val (engine->conflicts, c);
      if (!is_pair (engine, c.a, c.b) || type >= SYN_N_CONFLICT_TYPES)
        {
          g_array_set_size (engine->conflicts, 0);
          return FALSE;
        }
    }
  return TRUE;
}

GArray *
syn_result_read_bytes (SynEngine *engine, SynCompareFlags flags, GBytes *bytes)
{
  g_autoptr (GVariant) result = open_result (engine, bytes);
  g_autoptr (GArray) pairs = result != NULL ? read_pairs (engine, result) : NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) matches = NULL;

  if (pairs == NULL)
    return NULL;
  none = engine->pairs;
  engine->pairs = g_array_ref (pairs);
  engine->keep_all = (flags & SYN_COMPARE_ALL) != 0;
  syn_engine_calibrate (engine);
  matches = read_matches (engine->pairs, result);
  if (matches != NULL && read_conflicts (engine, result))
    return g_steal_pointer (&matches);
  g_array_unref (engine->pairs);
  engine->pairs = g_steal_pointer (&none);
  return NULL;
}
