export {
  erasePerson,
  resumeErasures,
  type ErasureParts,
  type ErasureReport,
  type ErasureRequest,
  type ErasureStep,
} from './erasure/erase-person.ts';
export { bindVault, compareVault, type Comparison } from './belonging/compare-vault.ts';
export { isEnvelope, type Envelope } from './field/envelope.ts';
export { personalFields, type FieldsOf, type PersonalField } from './field/personal-fields.ts';
export { ownVoices, subjectRules, type SubjectRules } from './field/subject-rules.ts';
export { pseudonymsOf, pseudonymsToTry, type Pseudonyms } from './people/pseudonyms.ts';
export { checkPersonId, openPeopleStore, type PeopleStore, type Person } from './people/people-store.ts';
export { readPersonalText, withPersonalText } from './store/with-personal-text.ts';
export { withholdPersonalText } from './store/withheld-text.ts';
export { openVault, type VaultOptions } from './vault/open-vault.ts';
export type { Keyring, Vault, VaultState } from './vault/vault.port.ts';
