// What the package's command makes pages of: a file of its own beside the command, which loads it for `build` alone.
export { kit } from '../formats/page/kit-texts';
