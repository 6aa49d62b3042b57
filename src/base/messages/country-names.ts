/** What people write that Intl doesn't: short for others, and states that have another name now. */
export const MORE_COUNTRY_NAMES =
  'usa us u.s. u.s.a. uk u.k. eu uae ussr soviet_union yugoslavia czechoslovakia holland burma great_britain britain england czech_republic ivory_coast сша ссср великобритания кнр urss rfa rda ddr brd gdr frg';
