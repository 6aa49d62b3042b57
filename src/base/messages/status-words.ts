/**
 * What people write of how far something has come, by our own words for it (`STATUSES`): English, Russian, Arabic,
 * French, parted by bars.
 */
export const STATUS_WORDS = {
  announced: 'announced|planned|объявлено|объявлен|объявлена|أعلن|معلن|annoncé|annoncée|prévu|prévue',
  approved: 'approved|adopted|одобрено|одобрен|одобрена|принято|أقر|اعتمد|approuvé|approuvée|adopté|adoptée',
  held: 'held|took place|состоялось|состоялся|состоялась|عقد|tenu|tenue|a eu lieu',
  made: 'made|сделано|сделан|сделана|صدر|prononcé|prononcée',
  'in-effect': 'in effect|in force|действует|в силе|вступило в силу|ساري المفعول|نافذ|en vigueur',
  ongoing: 'ongoing|continuing|продолжается|продолжаются|مستمر|جار|en cours',
  ended: 'ended|over|завершено|завершен|завершена|окончено|انتهى|terminé|terminée|fini',
  violated: 'violated|broken|нарушено|нарушен|нарушена|انتهك|violé|violée',
  disputed: 'disputed|оспаривается|спорно|متنازع فيه|متنازع عليه|contesté|contestée',
  reported: 'reported|по сообщениям|сообщается|حسب التقارير|rapporté|rapportée|signalé',
} as const;
