/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-gazetteer.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Takes @code. */
static void
add_name (GHashTable *table, const UChar *wide, gint32 length, char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  char name[256];
  g_autofree char *lower = NULL;

  u_strToUTF8 (name, sizeof name, NULL, wide, length, &status);
  if (U_SUCCESS (status) && length > 2 && strchr (name, ' ') == NULL)
    lower = g_utf8_strdown (name, -1);
  /* The first one stays: of two places of one name the country is meant. */
  if (lower == NULL || g_hash_table_contains (table, lower))
    g_free (code);
  else
    g_hash_table_insert (table, g_steal_pointer (&lower), code);
}

static void
add_countries (GHashTable *table, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open (language, ULDN_STANDARD_NAMES, &status);
  const char *const *countries = uloc_getISOCountries ();

  for (guint i = 0; U_SUCCESS (status) && countries[i] != NULL; i++)
    {
      UChar wide[128];
      UErrorCode found = U_ZERO_ERROR;
      gint32 length
          = uldn_regionDisplayName (names, countries[i], wide, G_N_ELEMENTS (wide), &found);

      if (U_SUCCESS (found))
        add_name (table, wide, length, g_strdup (countries[i]));
    }
  uldn_close (names);
}

/* Time zones are named after cities; the pattern "VVV" gives the city's name. */
static void
add_cities (GHashTable *table, const char *language)
{
  static const UChar pattern[] = { 'V', 'V', 'V', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format
      = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, NULL, 0, pattern, 3, &status);
  UEnumeration *zones
      = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  UCalendar *calendar = ucal_open (NULL, 0, language, UCAL_GREGORIAN, &status);
  const char *zone;

  while (U_SUCCESS (status) && (zone = uenum_next (zones, NULL, &status)) != NULL)
    {
      UChar id[64], wide[128];
      UErrorCode found = U_ZERO_ERROR;
      gint32 length;

      u_charsToUChars (zone, id, MIN (strlen (zone) + 1, G_N_ELEMENTS (id)));
      id[G_N_ELEMENTS (id) - 1] = 0;
      ucal_setTimeZone (calendar, id, -1, &found);
      udat_setCalendar (format, calendar);
      length = udat_format (format, 0, wide, G_N_ELEMENTS (wide), NULL, &found);
      if (U_SUCCESS (found))
        add_name (table, wide, length, g_strdup (zone));
    }
  if (calendar != NULL)
    ucal_close (calendar);
  uenum_close (zones);
  if (format != NULL)
    udat_close (format);
}

GHashTable *
syn_gazetteer_list (const char *language)
{
  static GMutex mutex;
  static GHashTable *all;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  GHashTable *table;

  g_return_val_if_fail (language != NULL, NULL);

  if (all == NULL)
    all = g_hash_table_new (g_str_hash, g_str_equal);
  table = g_hash_table_lookup (all, language);
  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      add_countries (table, language);
      add_cities (table, language);
      g_hash_table_insert (all, g_strdup (language), table);
    }
  return table;
}
