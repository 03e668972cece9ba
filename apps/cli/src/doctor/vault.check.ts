import { errorEntry } from '@duban/contracts';
import type { VaultFinding } from '@duban/installation';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

/** Whether the keys that the log needs are in the vault beside it, and the names where the vault knows them. */
export const checkVault = ({ code, found, names, texts }: VaultFinding): readonly Finding[] => {
  const faults = [code, names].filter((fault) => fault !== null);
  if (faults.length === 0) return [fine('vault', words('密钥库与日志配套', 'the vault belongs to the log'))];
  return faults.map((fault) => {
    const { title, remedy } = errorEntry(fault);
    const detail = fault === code ? ` (${found})` : '';
    return finding(
      'vault',
      'fail',
      words(
        `${title.zh}；${texts} 处文字无法读取${detail}`,
        `${title.en}; ${texts} texts cannot be read${detail}`,
      ),
      remedy,
    );
  });
};
