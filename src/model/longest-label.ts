/** Most characters of the chart's word for an event. */
export const LONGEST_LABEL = 32;
