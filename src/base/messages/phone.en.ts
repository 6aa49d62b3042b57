/** What small screens say besides: the list that is the timeline, and sheets. */
export const phoneMessages = {
  'list.monthRunning': { one: '{n} running', other: '{n} running' },
  'list.monthCounts': '{events}, {running}',
  'list.scrubber': 'Place in time',
  'list.scrubberAt': '{date}, event {place} of {n}',
  'panel.taller': 'Full height',
} as const;
