/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_ARTICLE_DIALOG (syn_article_dialog_get_type ())
/* What is known about one article, to be corrected. */
G_DECLARE_FINAL_TYPE (SynArticleDialog, syn_article_dialog, SYN, ARTICLE_DIALOG, AdwWindow)

GtkWindow *syn_article_dialog_new (GtkWindow *parent, SynSession *session, SynArticle *article);

G_END_DECLS
