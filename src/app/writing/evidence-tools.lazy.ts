import { findEvidence } from '../../formats/evidence/find-evidence';
import { publisherOfAddress } from '../../formats/evidence/publisher-of-address';
import type { EvidenceTools } from '../../ui/edit/evidence-tools';

/** What is loaded when somebody brings evidence for an event. */
export const evidenceTools: EvidenceTools = { findEvidence, publisherOfAddress };
