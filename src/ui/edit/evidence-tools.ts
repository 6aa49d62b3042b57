import type { LazyCode } from '../../base/lazy-code';
import type { EvidenceBrought, EvidenceContext, EvidenceFound } from '../../formats/evidence/find-evidence';

/** What is loaded when somebody brings evidence for an event. */
export interface EvidenceTools {
  readonly findEvidence: (brought: EvidenceBrought, context: EvidenceContext) => EvidenceFound;
  /** A suggestion by an address; undefined where it says nothing. */
  readonly publisherOfAddress: (address: string) => string | undefined;
}

declare module '../context/desk' {
  interface WriteServices {
    readonly evidence: LazyCode<EvidenceTools>;
  }
}
