/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

/* A match is copied when so much of the shorter statement stands in runs of equal words. */
#define COPIED_SHARE 0.75
#define COPIED_RUN 6
/* Less probable ones share a part only. */
#define RELATED_BELOW 0.5

void
syn_match_clear (SynMatch *match)
{
  g_clear_pointer (&match->a_spans, g_array_unref);
  g_clear_pointer (&match->b_spans, g_array_unref);
  g_clear_pointer (&match->reason, g_free);
}

/* Aligned words as spans; neighbours with nothing but function words between them are one span. */
static GArray *
list_spans (SynEngine *engine, guint statement, const gint *partner)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n) + of->first_token;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  gboolean open = FALSE;

  for (guint i = 0; i < of->n_tokens; i++)
    {
      if (partner[i] >= 0 && open)
        g_array_index (spans, SynSpan, spans->len - 1).end = tokens[i].span.end;
      else if (partner[i] >= 0)
        {
          g_array_append_val (spans, tokens[i].span);
          open = TRUE;
        }
      else if (!(tokens[i].flags & SYN_TOKEN_WORD) || syn_token_is_content (&tokens[i]))
        open = FALSE;
    }
  return spans;
}

static SynMatchKind
kind_of (const SynPair *pair, gboolean copied)
{
  if (copied)
    return SYN_MATCH_COPIED;
  return pair->p >= RELATED_BELOW && pair->tier <= SYN_TIER_LIKELY ? SYN_MATCH_SAME
                                                                   : SYN_MATCH_RELATED;
}

void
syn_match_init (SynMatch *match, SynEngine *engine, const SynPair *pair)
{
  g_autoptr (SynAlignment) alignment = syn_alignment_new (engine, pair->a, pair->b);

  *match = (SynMatch){ .a = pair->a, .b = pair->b, .tier = pair->tier, .score = pair->p };
  match->kind
      = kind_of (pair, alignment->share >= COPIED_SHARE && alignment->run >= COPIED_RUN);
  match->a_spans = list_spans (engine, pair->a, alignment->a);
  match->b_spans = list_spans (engine, pair->b, alignment->b);
  match->reason = syn_reason_of_match (engine, match, alignment);
}

void
syn_match_init_copy (SynMatch *match, SynEngine *engine, const SynPair *pair, const SynMatch *old)
{
  if (old == NULL || kind_of (pair, old->kind == SYN_MATCH_COPIED) != old->kind)
    {
      syn_match_init (match, engine, pair);
      return;
    }
  *match = *old;
  match->tier = pair->tier;
  match->score = pair->p;
  match->a_spans = g_array_ref (old->a_spans);
  match->b_spans = g_array_ref (old->b_spans);
  match->reason = g_strdup (old->reason);
}

GArray *
syn_matches_new (SynEngine *engine)
{
  GArray *matches = g_array_new (FALSE, TRUE, sizeof (SynMatch));

  g_array_set_clear_func (matches, (GDestroyNotify)syn_match_clear);
  for (guint i = 0; i < engine->pairs->len && !syn_engine_stops (engine); i++)
    {
      const SynPair *pair = &g_array_index (engine->pairs, SynPair, i);
      SynMatch match;

      if (pair->tier == SYN_TIER_NONE && !engine->keep_all)
        continue;
      syn_match_init (&match, engine, pair);
      g_array_append_val (matches, match);
    }
  return matches;
}
