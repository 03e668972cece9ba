export {
  erasePerson,
  resumeErasures,
  type ErasureParts,
  type ErasureReport,
  type ErasureRequest,
  type ErasureStep,
} from './erasure/erase-person.ts';
export { bindVault, compareVault } from './belonging/compare-vault.ts';
export { isEnvelope } from './field/envelope.ts';
export { personalFields, type FieldsOf, type PersonalField } from './field/personal-fields.ts';
export { ownVoices } from './field/subject-rules.ts';
export { pseudonymsOf, pseudonymsToTry, type Pseudonyms } from './people/pseudonyms.ts';
export { checkPersonId, openPeopleStore, type PeopleStore, type Person } from './people/people-store.ts';
export { readPersonalText, withPersonalText } from './store/with-personal-text.ts';
export { withholdPersonalText } from './store/withheld-text.ts';
export { openVault, type VaultOptions } from './vault/open-vault.ts';
export type { Keyring, Vault } from './vault/vault.port.ts';
