/** What stands around a timeline in somebody else's page. */
export const embedMessages = {
  'embed.credit': 'Diplomatic Timeline',
  'embed.fullPage': 'This view on a page of its own',
  'embed.fullScreen': 'Full screen',
  'embed.showAll': { one: 'Show the {n} event', other: 'Show all {n} events' },
  'embed.leaveFullScreen': 'Leave full screen',
} as const;
