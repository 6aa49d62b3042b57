/** What may be in a packed file, whatever it says of itself. */
export interface PackedLimits {
  /** Bytes of a ZIP file, whose list of contents stands at its end: all of it is held at once. */
  readonly packed: number;
  /** Bytes that one file in it may unpack to. */
  readonly unpacked: number;
  /** Names that its list of contents may have, folders and all. */
  readonly entries: number;
  /** Files in it that are handed over. */
  readonly parts: number;
}

export const PACKED_LIMITS: PackedLimits = { packed: 100_000_000, unpacked: 200_000_000, entries: 10_000, parts: 50 };
