/** Choosing among the datasets that a page ships, and what is said of several laid together. */
export const setMessages = {
  'sets.choose': 'Choose a data set',
  'sets.about': '{years} · {events}',
  'sets.events': { one: '{n} event', other: '{n} events' },
  'sets.years': '{from}–{to}',
  'sets.both': 'Both together',
  'sets.all': 'All together',
  'sets.inBoth': { one: '{events}, {n} of them in both', other: '{events}, {n} of them in both' },
  'sets.loading': 'Loading …',

  'merge.title': '{first} and {second}',
  'merge.set': { one: '“{title}” ({n} event)', other: '“{title}” ({n} events)' },
  'merge.list': '{first}, {second}',
  'merge.last': '{first} and {second}',
  'merge.description': { one: '{sets}, laid together; {n} event is in more than one of them.', other: '{sets}, laid together; {n} events are in more than one of them.' },
  'merge.descriptionBoth': { one: '{sets}, laid together; {n} event is in both.', other: '{sets}, laid together; {n} events are in both.' },
  'merge.otherDate': 'In “{set}” this is dated {date}.',
  'merge.ongoingThen': 'Ongoing on {date}, the day that “{set}” looks from; what became of it later is not said there.',
} as const;
