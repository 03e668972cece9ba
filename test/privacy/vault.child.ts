/** A process of its own that makes and opens keys: prints which keys it used for each subject. */
import { openVault } from '@duban/privacy';

const [file = '', keyFile = '', count = '0'] = process.argv.slice(2);
const vault = openVault({ file, keyFile, createKey: true });
const used = Array.from({ length: Number(count) }, (_, index) => vault.ringFor([`case:${String(index)}`]).k);
vault.close();
console.log(JSON.stringify(used));
