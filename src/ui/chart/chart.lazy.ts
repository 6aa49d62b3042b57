import { Legend } from './Legend';
import { Stage } from './Stage';

/** The chart with its gestures, and the legend that it alone has. The overview is a part of its own. */
export const chartPart = { Legend, Stage };
