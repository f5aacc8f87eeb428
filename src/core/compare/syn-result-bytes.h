/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/* Private to compare/: what scoring, detecting and aligning found, as bytes.  Terms, weights and claims follow from
 * it and the texts, in little time, and are not in it. */

/* @matches: (element-type SynMatch): of all pairs that have one, in the order of the pairs, fresh from the engine */
GBytes *syn_result_write_bytes (SynEngine *engine, GArray *matches);

/**
 * syn_result_read_bytes:
 * @engine: fresh from syn_engine_new(), of the same corpus; gets its pairs and conflicts
 *
 * Returns: (transfer full) (nullable) (element-type SynMatch): the matches; %NULL, with @engine as it was,
 *   where @bytes are not what syn_result_write_bytes() gave for this corpus
 */
GArray *syn_result_read_bytes (SynEngine *engine, SynCompareFlags flags, GBytes *bytes);

G_END_DECLS
