/**
 * `npm run docs:asyncapi`: writes docs/asyncapi.yaml and enters what is new into the register of published contracts. It
 * writes nothing at all when something that was published no longer stands: that needs a new version (docs/messages.md).
 */
import { writeFileSync } from 'node:fs';
import { asyncApi, ASYNCAPI_FILE, asyncApiText } from './asyncapi-text.ts';
import { contractChanges, contractOf, tellChange } from './contract.ts';
import { publish, publishedContract, registerFaults } from './register.ts';

const contract = contractOf(asyncApi);
const faults = [
  ...registerFaults().map(({ code, file }) => `${file}: ${code}`),
  ...contractChanges(publishedContract(), contract).map(tellChange),
];

if (faults.length > 0) {
  console.error(
    `Nothing was written. What is published stands; docs/messages.md says how to change it:\n${faults.join('\n')}`,
  );
  process.exitCode = 1;
} else {
  for (const name of publish(contract)) console.log(`published ${name}`);
  writeFileSync(ASYNCAPI_FILE, asyncApiText);
}
