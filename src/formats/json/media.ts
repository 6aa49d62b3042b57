import { lazyCode } from '../../base/lazy-code';

/** Loaded for the first file with pictures; as long as it isn't here they are refused (`withLazyCode` reads again). */
export const MEDIA_ADDRESSES = lazyCode(() => import('./media-address'));

/** As `isMediaAddress` of media-address.ts, if that is here. */
export function isMediaAddress(src: string): boolean {
  return MEDIA_ADDRESSES.ask()?.isMediaAddress(src) === true;
}

/** As `isSmallEnough` of media-address.ts, if that is here. */
export function isSmallEnough(src: string): boolean {
  return MEDIA_ADDRESSES.now()?.isSmallEnough(src) === true;
}
