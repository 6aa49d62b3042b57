/** Dates in the order of the United States, over those of messages/en.json. */
export const americanDates = {
  'date.day': '{month} {day}, {year}',
  'date.dayOfYear': '{month} {day}',
  'date.dayOfMonth': '{month} {day}',
  'date.weekday': '{weekday}, {date}',
} as const;
