/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-units.h"

#include <string.h>

#define MEASURE SYN_NUMBER_MEASURE
#define MONEY SYN_NUMBER_MONEY
#define PERCENT SYN_NUMBER_PERCENT
#define DURATION SYN_NUMBER_DURATION

/* Names of several words come before those they begin with. */
static const struct
{
  const char *words;
  SynUnit unit;
} table[] = {
  { "percentage point", { "%", 1, 0, PERCENT } },
  { "percentage points", { "%", 1, 0, PERCENT } },
  { "per cent", { "%", 1, 0, PERCENT } },
  { "percent", { "%", 1, 0, PERCENT } },
  { "pct", { "%", 1, 0, PERCENT } },
  { "prozent", { "%", 1, 0, PERCENT } },
  { "%", { "%", 1, 0, PERCENT } },
  { "kilometers per hour", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilometres per hour", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilometers an hour", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilometres an hour", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "km / h", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kmh", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kph", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "miles per hour", { "m/s", 0.44704, 0, MEASURE } },
  { "miles an hour", { "m/s", 0.44704, 0, MEASURE } },
  { "mph", { "m/s", 0.44704, 0, MEASURE } },
  { "knots", { "m/s", 0.514444, 0, MEASURE } },
  { "square kilometers", { "m2", 1e6, 0, MEASURE } },
  { "square kilometres", { "m2", 1e6, 0, MEASURE } },
  { "sq km", { "m2", 1e6, 0, MEASURE } },
  { "square miles", { "m2", 2589988, 0, MEASURE } },
  { "square meters", { "m2", 1, 0, MEASURE } },
  { "square metres", { "m2", 1, 0, MEASURE } },
  { "square feet", { "m2", 0.092903, 0, MEASURE } },
  { "sq ft", { "m2", 0.092903, 0, MEASURE } },
  { "hectare", { "m2", 1e4, 0, MEASURE } },
  { "hectares", { "m2", 1e4, 0, MEASURE } },
  { "ha", { "m2", 1e4, 0, MEASURE } },
  { "acre", { "m2", 4046.86, 0, MEASURE } },
  { "acres", { "m2", 4046.86, 0, MEASURE } },
  { "nautical miles", { "m", 1852, 0, MEASURE } },
  { "nautical mile", { "m", 1852, 0, MEASURE } },
  { "kilometer", { "m", 1000, 0, MEASURE } },
  { "kilometers", { "m", 1000, 0, MEASURE } },
  { "kilometre", { "m", 1000, 0, MEASURE } },
  { "kilometres", { "m", 1000, 0, MEASURE } },
  { "kilomètres", { "m", 1000, 0, MEASURE } },
  { "kilómetros", { "m", 1000, 0, MEASURE } },
  { "chilometri", { "m", 1000, 0, MEASURE } },
  { "km", { "m", 1000, 0, MEASURE } },
  { "км", { "m", 1000, 0, MEASURE } },
  { "kms", { "m", 1000, 0, MEASURE } },
  { "mile", { "m", 1609.344, 0, MEASURE } },
  { "miles", { "m", 1609.344, 0, MEASURE } },
  { "metre", { "m", 1, 0, MEASURE } },
  { "metres", { "m", 1, 0, MEASURE } },
  { "meter", { "m", 1, 0, MEASURE } },
  { "meters", { "m", 1, 0, MEASURE } },
  { "mètres", { "m", 1, 0, MEASURE } },
  { "metros", { "m", 1, 0, MEASURE } },
  { "metri", { "m", 1, 0, MEASURE } },
  { "метров", { "m", 1, 0, MEASURE } },
  { "метрів", { "m", 1, 0, MEASURE } },
  { "m", { "m", 1, 0, MEASURE } },
  { "centimetres", { "m", 0.01, 0, MEASURE } },
  { "centimeters", { "m", 0.01, 0, MEASURE } },
  { "cm", { "m", 0.01, 0, MEASURE } },
  { "millimetres", { "m", 0.001, 0, MEASURE } },
  { "millimeters", { "m", 0.001, 0, MEASURE } },
  { "mm", { "m", 0.001, 0, MEASURE } },
  { "yard", { "m", 0.9144, 0, MEASURE } },
  { "yards", { "m", 0.9144, 0, MEASURE } },
  { "foot", { "m", 0.3048, 0, MEASURE } },
  { "feet", { "m", 0.3048, 0, MEASURE } },
  { "ft", { "m", 0.3048, 0, MEASURE } },
  { "inch", { "m", 0.0254, 0, MEASURE } },
  { "inches", { "m", 0.0254, 0, MEASURE } },
  { "tonne", { "kg", 1000, 0, MEASURE } },
  { "tonnes", { "kg", 1000, 0, MEASURE } },
  { "tons", { "kg", 1000, 0, MEASURE } },
  { "tonnen", { "kg", 1000, 0, MEASURE } },
  { "тонн", { "kg", 1000, 0, MEASURE } },
  { "kilogram", { "kg", 1, 0, MEASURE } },
  { "kilograms", { "kg", 1, 0, MEASURE } },
  { "kilogramme", { "kg", 1, 0, MEASURE } },
  { "kilogrammes", { "kg", 1, 0, MEASURE } },
  { "kilos", { "kg", 1, 0, MEASURE } },
  { "kg", { "kg", 1, 0, MEASURE } },
  { "кг", { "kg", 1, 0, MEASURE } },
  { "grams", { "kg", 0.001, 0, MEASURE } },
  { "lb", { "kg", 0.453592, 0, MEASURE } },
  { "lbs", { "kg", 0.453592, 0, MEASURE } },
  { "ounces", { "kg", 0.0283495, 0, MEASURE } },
  { "litre", { "l", 1, 0, MEASURE } },
  { "litres", { "l", 1, 0, MEASURE } },
  { "liter", { "l", 1, 0, MEASURE } },
  { "liters", { "l", 1, 0, MEASURE } },
  { "gallons", { "l", 3.78541, 0, MEASURE } },
  { "barrels", { "barrel", 1, 0, MEASURE } },
  { "megawatts", { "W", 1e6, 0, MEASURE } },
  { "mw", { "W", 1e6, 0, MEASURE } },
  { "gigawatts", { "W", 1e9, 0, MEASURE } },
  { "degrees celsius", { "K", 1, 273.15, MEASURE } },
  { "degrees centigrade", { "K", 1, 273.15, MEASURE } },
  { "degrees fahrenheit", { "K", 5 / 9.0, 255.372, MEASURE } },
  { "° c", { "K", 1, 273.15, MEASURE } },
  { "° f", { "K", 5 / 9.0, 255.372, MEASURE } },
  { "°c", { "K", 1, 273.15, MEASURE } },
  { "°f", { "K", 5 / 9.0, 255.372, MEASURE } },
  { "second", { "s", 1, 0, DURATION } },
  { "seconds", { "s", 1, 0, DURATION } },
  { "minute", { "s", 60, 0, DURATION } },
  { "minutes", { "s", 60, 0, DURATION } },
  { "mins", { "s", 60, 0, DURATION } },
  { "minuten", { "s", 60, 0, DURATION } },
  { "hour", { "s", 3600, 0, DURATION } },
  { "hours", { "s", 3600, 0, DURATION } },
  { "hrs", { "s", 3600, 0, DURATION } },
  { "stunden", { "s", 3600, 0, DURATION } },
  { "heures", { "s", 3600, 0, DURATION } },
  { "horas", { "s", 3600, 0, DURATION } },
  { "day", { "s", 86400, 0, DURATION } },
  { "days", { "s", 86400, 0, DURATION } },
  { "tage", { "s", 86400, 0, DURATION } },
  { "tagen", { "s", 86400, 0, DURATION } },
  { "jours", { "s", 86400, 0, DURATION } },
  { "días", { "s", 86400, 0, DURATION } },
  { "giorni", { "s", 86400, 0, DURATION } },
  { "week", { "s", 604800, 0, DURATION } },
  { "weeks", { "s", 604800, 0, DURATION } },
  { "wochen", { "s", 604800, 0, DURATION } },
  { "month", { "s", 2629746, 0, DURATION } },
  { "months", { "s", 2629746, 0, DURATION } },
  { "monate", { "s", 2629746, 0, DURATION } },
  { "monaten", { "s", 2629746, 0, DURATION } },
  { "mois", { "s", 2629746, 0, DURATION } },
  { "year", { "s", 31556952, 0, DURATION } },
  { "years", { "s", 31556952, 0, DURATION } },
  { "jahre", { "s", 31556952, 0, DURATION } },
  { "jahren", { "s", 31556952, 0, DURATION } },
  { "ans", { "s", 31556952, 0, DURATION } },
  { "años", { "s", 31556952, 0, DURATION } },
  { "anni", { "s", 31556952, 0, DURATION } },
  { "decades", { "s", 315569520, 0, DURATION } },
  { "us dollars", { "USD", 1, 0, MONEY } },
  { "u.s. dollars", { "USD", 1, 0, MONEY } },
  { "dollar", { "USD", 1, 0, MONEY } },
  { "dollars", { "USD", 1, 0, MONEY } },
  { "usd", { "USD", 1, 0, MONEY } },
  { "euro", { "EUR", 1, 0, MONEY } },
  { "euros", { "EUR", 1, 0, MONEY } },
  { "eur", { "EUR", 1, 0, MONEY } },
  { "€", { "EUR", 1, 0, MONEY } },
  { "pounds", { "GBP", 1, 0, MONEY } },
  { "gbp", { "GBP", 1, 0, MONEY } },
  { "francs", { "CHF", 1, 0, MONEY } },
  { "yen", { "JPY", 1, 0, MONEY } },
  { "yuan", { "CNY", 1, 0, MONEY } },
  { "rubles", { "RUB", 1, 0, MONEY } },
  { "roubles", { "RUB", 1, 0, MONEY } },
  { "рублей", { "RUB", 1, 0, MONEY } },
  { "гривень", { "UAH", 1, 0, MONEY } },
  { "hryvnias", { "UAH", 1, 0, MONEY } },
  { "rupees", { "INR", 1, 0, MONEY } },
  { "cents", { "USD", 0.01, 0, MONEY } },
  { "pence", { "GBP", 0.01, 0, MONEY } },
  { "prozentpunkte", { "%", 1, 0, PERCENT } },
  { "pour cent", { "%", 1, 0, PERCENT } },
  { "por ciento", { "%", 1, 0, PERCENT } },
  { "per cento", { "%", 1, 0, PERCENT } },
  { "процент", { "%", 1, 0, PERCENT } },
  { "процента", { "%", 1, 0, PERCENT } },
  { "процентов", { "%", 1, 0, PERCENT } },
  { "відсоток", { "%", 1, 0, PERCENT } },
  { "відсотки", { "%", 1, 0, PERCENT } },
  { "відсотка", { "%", 1, 0, PERCENT } },
  { "відсотків", { "%", 1, 0, PERCENT } },
  { "процентів", { "%", 1, 0, PERCENT } },
  { "kilometer pro stunde", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "stundenkilometer", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilomètres à l ' heure", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilomètres par heure", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "chilometri all ' ora", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "километров в час", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "кілометрів на годину", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "kilómetros por hora", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "chilometri orari", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "км / ч", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "км / год", { "m/s", 1 / 3.6, 0, MEASURE } },
  { "quadratkilometer", { "m2", 1e6, 0, MEASURE } },
  { "kilomètres carrés", { "m2", 1e6, 0, MEASURE } },
  { "kilómetros cuadrados", { "m2", 1e6, 0, MEASURE } },
  { "chilometri quadrati", { "m2", 1e6, 0, MEASURE } },
  { "квадратных километров", { "m2", 1e6, 0, MEASURE } },
  { "квадратних кілометрів", { "m2", 1e6, 0, MEASURE } },
  { "quadratmeter", { "m2", 1, 0, MEASURE } },
  { "mètres carrés", { "m2", 1, 0, MEASURE } },
  { "metros cuadrados", { "m2", 1, 0, MEASURE } },
  { "metri quadrati", { "m2", 1, 0, MEASURE } },
  { "квадратных метров", { "m2", 1, 0, MEASURE } },
  { "квадратних метрів", { "m2", 1, 0, MEASURE } },
  { "hektar", { "m2", 1e4, 0, MEASURE } },
  { "hectáreas", { "m2", 1e4, 0, MEASURE } },
  { "ettari", { "m2", 1e4, 0, MEASURE } },
  { "гектаров", { "m2", 1e4, 0, MEASURE } },
  { "гектара", { "m2", 1e4, 0, MEASURE } },
  { "гектарів", { "m2", 1e4, 0, MEASURE } },
  { "гектари", { "m2", 1e4, 0, MEASURE } },
  { "га", { "m2", 1e4, 0, MEASURE } },
  { "kilometern", { "m", 1000, 0, MEASURE } },
  { "kilomètre", { "m", 1000, 0, MEASURE } },
  { "kilómetro", { "m", 1000, 0, MEASURE } },
  { "chilometro", { "m", 1000, 0, MEASURE } },
  { "километр", { "m", 1000, 0, MEASURE } },
  { "километра", { "m", 1000, 0, MEASURE } },
  { "километров", { "m", 1000, 0, MEASURE } },
  { "километрах", { "m", 1000, 0, MEASURE } },
  { "кілометр", { "m", 1000, 0, MEASURE } },
  { "кілометри", { "m", 1000, 0, MEASURE } },
  { "кілометра", { "m", 1000, 0, MEASURE } },
  { "кілометрів", { "m", 1000, 0, MEASURE } },
  { "кілометрах", { "m", 1000, 0, MEASURE } },
  { "metern", { "m", 1, 0, MEASURE } },
  { "mètre", { "m", 1, 0, MEASURE } },
  { "metro", { "m", 1, 0, MEASURE } },
  { "метр", { "m", 1, 0, MEASURE } },
  { "метра", { "m", 1, 0, MEASURE } },
  { "метры", { "m", 1, 0, MEASURE } },
  { "метри", { "m", 1, 0, MEASURE } },
  { "zentimeter", { "m", 0.01, 0, MEASURE } },
  { "centimètres", { "m", 0.01, 0, MEASURE } },
  { "centímetros", { "m", 0.01, 0, MEASURE } },
  { "centimetri", { "m", 0.01, 0, MEASURE } },
  { "сантиметров", { "m", 0.01, 0, MEASURE } },
  { "сантиметрів", { "m", 0.01, 0, MEASURE } },
  { "см", { "m", 0.01, 0, MEASURE } },
  { "meilen", { "m", 1609.344, 0, MEASURE } },
  { "milles", { "m", 1609.344, 0, MEASURE } },
  { "millas", { "m", 1609.344, 0, MEASURE } },
  { "miglia", { "m", 1609.344, 0, MEASURE } },
  { "миль", { "m", 1609.344, 0, MEASURE } },
  { "toneladas", { "kg", 1000, 0, MEASURE } },
  { "tonelada", { "kg", 1000, 0, MEASURE } },
  { "tonnellate", { "kg", 1000, 0, MEASURE } },
  { "тонны", { "kg", 1000, 0, MEASURE } },
  { "тонна", { "kg", 1000, 0, MEASURE } },
  { "тонни", { "kg", 1000, 0, MEASURE } },
  { "kilogramm", { "kg", 1, 0, MEASURE } },
  { "kilo", { "kg", 1, 0, MEASURE } },
  { "kilogramos", { "kg", 1, 0, MEASURE } },
  { "chilogrammi", { "kg", 1, 0, MEASURE } },
  { "chili", { "kg", 1, 0, MEASURE } },
  { "килограммов", { "kg", 1, 0, MEASURE } },
  { "кілограмів", { "kg", 1, 0, MEASURE } },
  { "litern", { "l", 1, 0, MEASURE } },
  { "litros", { "l", 1, 0, MEASURE } },
  { "litri", { "l", 1, 0, MEASURE } },
  { "литров", { "l", 1, 0, MEASURE } },
  { "літрів", { "l", 1, 0, MEASURE } },
  { "megawatt", { "W", 1e6, 0, MEASURE } },
  { "mégawatts", { "W", 1e6, 0, MEASURE } },
  { "megavatios", { "W", 1e6, 0, MEASURE } },
  { "мегаватт", { "W", 1e6, 0, MEASURE } },
  { "мегават", { "W", 1e6, 0, MEASURE } },
  { "мвт", { "W", 1e6, 0, MEASURE } },
  { "grad celsius", { "K", 1, 273.15, MEASURE } },
  { "grad", { "K", 1, 273.15, MEASURE } },
  { "degrés", { "K", 1, 273.15, MEASURE } },
  { "grados", { "K", 1, 273.15, MEASURE } },
  { "gradi", { "K", 1, 273.15, MEASURE } },
  { "градусов", { "K", 1, 273.15, MEASURE } },
  { "градусів", { "K", 1, 273.15, MEASURE } },
  { "sekunde", { "s", 1, 0, DURATION } },
  { "sekunden", { "s", 1, 0, DURATION } },
  { "seconde", { "s", 1, 0, DURATION } },
  { "secondes", { "s", 1, 0, DURATION } },
  { "segundo", { "s", 1, 0, DURATION } },
  { "segundos", { "s", 1, 0, DURATION } },
  { "secondo", { "s", 1, 0, DURATION } },
  { "secondi", { "s", 1, 0, DURATION } },
  { "секунд", { "s", 1, 0, DURATION } },
  { "секунды", { "s", 1, 0, DURATION } },
  { "секунди", { "s", 1, 0, DURATION } },
  { "minuto", { "s", 60, 0, DURATION } },
  { "minutos", { "s", 60, 0, DURATION } },
  { "minuti", { "s", 60, 0, DURATION } },
  { "минут", { "s", 60, 0, DURATION } },
  { "минуты", { "s", 60, 0, DURATION } },
  { "минута", { "s", 60, 0, DURATION } },
  { "минуту", { "s", 60, 0, DURATION } },
  { "хвилин", { "s", 60, 0, DURATION } },
  { "хвилини", { "s", 60, 0, DURATION } },
  { "хвилину", { "s", 60, 0, DURATION } },
  { "stunde", { "s", 3600, 0, DURATION } },
  { "heure", { "s", 3600, 0, DURATION } },
  { "hora", { "s", 3600, 0, DURATION } },
  { "ora", { "s", 3600, 0, DURATION } },
  { "ore", { "s", 3600, 0, DURATION } },
  { "час", { "s", 3600, 0, DURATION } },
  { "часа", { "s", 3600, 0, DURATION } },
  { "часов", { "s", 3600, 0, DURATION } },
  { "годин", { "s", 3600, 0, DURATION } },
  { "години", { "s", 3600, 0, DURATION } },
  { "годину", { "s", 3600, 0, DURATION } },
  { "tag", { "s", 86400, 0, DURATION } },
  { "jour", { "s", 86400, 0, DURATION } },
  { "día", { "s", 86400, 0, DURATION } },
  { "dia", { "s", 86400, 0, DURATION } },
  { "giorno", { "s", 86400, 0, DURATION } },
  { "день", { "s", 86400, 0, DURATION } },
  { "дня", { "s", 86400, 0, DURATION } },
  { "дней", { "s", 86400, 0, DURATION } },
  { "дні", { "s", 86400, 0, DURATION } },
  { "днів", { "s", 86400, 0, DURATION } },
  { "woche", { "s", 604800, 0, DURATION } },
  { "semaine", { "s", 604800, 0, DURATION } },
  { "semaines", { "s", 604800, 0, DURATION } },
  { "semana", { "s", 604800, 0, DURATION } },
  { "semanas", { "s", 604800, 0, DURATION } },
  { "settimana", { "s", 604800, 0, DURATION } },
  { "settimane", { "s", 604800, 0, DURATION } },
  { "неделя", { "s", 604800, 0, DURATION } },
  { "недели", { "s", 604800, 0, DURATION } },
  { "недель", { "s", 604800, 0, DURATION } },
  { "неделю", { "s", 604800, 0, DURATION } },
  { "тиждень", { "s", 604800, 0, DURATION } },
  { "тижні", { "s", 604800, 0, DURATION } },
  { "тижнів", { "s", 604800, 0, DURATION } },
  { "monat", { "s", 2629746, 0, DURATION } },
  { "mes", { "s", 2629746, 0, DURATION } },
  { "meses", { "s", 2629746, 0, DURATION } },
  { "mese", { "s", 2629746, 0, DURATION } },
  { "mesi", { "s", 2629746, 0, DURATION } },
  { "месяц", { "s", 2629746, 0, DURATION } },
  { "месяца", { "s", 2629746, 0, DURATION } },
  { "месяцев", { "s", 2629746, 0, DURATION } },
  { "місяць", { "s", 2629746, 0, DURATION } },
  { "місяці", { "s", 2629746, 0, DURATION } },
  { "місяців", { "s", 2629746, 0, DURATION } },
  { "jahr", { "s", 31556952, 0, DURATION } },
  { "an", { "s", 31556952, 0, DURATION } },
  { "année", { "s", 31556952, 0, DURATION } },
  { "années", { "s", 31556952, 0, DURATION } },
  { "año", { "s", 31556952, 0, DURATION } },
  { "anno", { "s", 31556952, 0, DURATION } },
  { "год", { "s", 31556952, 0, DURATION } },
  { "года", { "s", 31556952, 0, DURATION } },
  { "лет", { "s", 31556952, 0, DURATION } },
  { "рік", { "s", 31556952, 0, DURATION } },
  { "роки", { "s", 31556952, 0, DURATION } },
  { "років", { "s", 31556952, 0, DURATION } },
  { "року", { "s", 31556952, 0, DURATION } },
  { "us-dollar", { "USD", 1, 0, MONEY } },
  { "dólar", { "USD", 1, 0, MONEY } },
  { "dólares", { "USD", 1, 0, MONEY } },
  { "dollari", { "USD", 1, 0, MONEY } },
  { "доллар", { "USD", 1, 0, MONEY } },
  { "доллара", { "USD", 1, 0, MONEY } },
  { "долларов", { "USD", 1, 0, MONEY } },
  { "долар", { "USD", 1, 0, MONEY } },
  { "долари", { "USD", 1, 0, MONEY } },
  { "доларів", { "USD", 1, 0, MONEY } },
  { "евро", { "EUR", 1, 0, MONEY } },
  { "євро", { "EUR", 1, 0, MONEY } },
  { "pfund", { "GBP", 1, 0, MONEY } },
  { "livres sterling", { "GBP", 1, 0, MONEY } },
  { "libras", { "GBP", 1, 0, MONEY } },
  { "sterline", { "GBP", 1, 0, MONEY } },
  { "фунтов", { "GBP", 1, 0, MONEY } },
  { "фунтів", { "GBP", 1, 0, MONEY } },
  { "franken", { "CHF", 1, 0, MONEY } },
  { "francos", { "CHF", 1, 0, MONEY } },
  { "franchi", { "CHF", 1, 0, MONEY } },
  { "rubel", { "RUB", 1, 0, MONEY } },
  { "rublos", { "RUB", 1, 0, MONEY } },
  { "rubli", { "RUB", 1, 0, MONEY } },
  { "рубля", { "RUB", 1, 0, MONEY } },
  { "рубль", { "RUB", 1, 0, MONEY } },
  { "рублів", { "RUB", 1, 0, MONEY } },
  { "griwna", { "UAH", 1, 0, MONEY } },
  { "hrywnja", { "UAH", 1, 0, MONEY } },
  { "grivnas", { "UAH", 1, 0, MONEY } },
  { "гривня", { "UAH", 1, 0, MONEY } },
  { "гривні", { "UAH", 1, 0, MONEY } },
  { "гривен", { "UAH", 1, 0, MONEY } },
  { "гривны", { "UAH", 1, 0, MONEY } },
  { "грн", { "UAH", 1, 0, MONEY } },
  { "p", { "GBP", 0.01, 0, MONEY } },
};

static const struct
{
  const char *sign, *base;
} signs[] = {
  { "$", "USD" }, { "€", "EUR" },   { "£", "GBP" }, { "¥", "JPY" },
  { "₹", "INR" }, { "₽", "RUB" }, { "₴", "UAH" },
};

/* Letters before a dollar sign name whose dollar it is. */
static const struct
{
  const char *letters, *base;
} dollars[] = {
  { "us", "USD" }, { "u.s.", "USD" }, { "c", "CAD" }, { "ca", "CAD" }, { "a", "AUD" },
  { "au", "AUD" }, { "nz", "NZD" }, { "hk", "HKD" }, { "s", "SGD" }, { "nt", "TWD" },
};

static guint
match_name (const char *name, const SynWords *words, guint at)
{
  guint n = 0;

  while (*name != '\0')
    {
      gsize length = strcspn (name, " ");
      const SynWord *word = syn_words_get (words, at + n);

      if (word->length != length || strncmp (word->text, name, length) != 0)
        return 0;
      n++;
      name += length;
      if (*name == ' ')
        name++;
    }
  return n;
}

/* "pounds of", "weighing … pounds": weight, not money */
static gboolean
is_weight (const SynWords *words, guint at)
{
  if (syn_words_is (words, at + 1, "of"))
    return TRUE;
  for (guint i = at; i > 0 && at - i < 6; i--)
    if (g_str_has_prefix (words->words[i - 1].text, "weigh"))
      return TRUE;
  return FALSE;
}

guint
syn_units_match (const SynWords *words, guint at, SynUnit *out_unit)
{
  const char *first = syn_words_get (words, at)->text;
  guint longest = 0;

  if (*first == '\0')
    return 0;
  /* "kilometres" and "kilometres per hour": the most words, wherever they stand in the table. */
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n;

      if (table[i].words[0] != first[0])
        continue;
      n = match_name (table[i].words, words, at);
      /* "450p", but no letter that stands by itself */
      if (n <= longest || (strcmp (first, "p") == 0 && syn_words_get (words, at)->spaced))
        continue;
      *out_unit = table[i].unit;
      if (strcmp (first, "pounds") == 0 && is_weight (words, at))
        *out_unit = (SynUnit) { "kg", 0.453592, 0, SYN_NUMBER_MEASURE };
      longest = n;
    }
  return longest;
}

guint
syn_units_match_sign (const SynWords *words, guint at, SynUnit *out_unit)
{
  const SynWord *sign, *before;

  if (at == 0)
    return 0;
  sign = syn_words_get (words, at - 1);
  if (sign->kind != SYN_WORD_MARK)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strcmp (sign->text, signs[i].sign) != 0)
        continue;
      *out_unit = (SynUnit) { signs[i].base, 1, 0, SYN_NUMBER_MONEY };
      if (signs[i].sign[0] != '$' || at < 2)
        return 1;
      before = syn_words_get (words, at - 2);
      for (guint j = 0; j < G_N_ELEMENTS (dollars); j++)
        if (before->capital && strcmp (before->text, dollars[j].letters) == 0
            && (!sign->spaced || g_str_has_prefix (before->text, "u")))
          {
            out_unit->base = dollars[j].base;
            return 2;
          }
      return 1;
    }
  return 0;
}
