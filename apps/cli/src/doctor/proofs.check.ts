import type { SealedState } from '@duban/audit-log';
import { errorEntry } from '@duban/contracts';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

/** Null: nothing was sealed yet. */
export const checkProofs = (state: SealedState | null): Finding => {
  if (state === null) return fine('proofs', words('尚未封存', 'nothing sealed yet'));
  const { sealed, signed, firstAltered } = state;
  if (firstAltered === null)
    return fine(
      'proofs',
      words(
        `已封存 ${sealed} 条记录(签名至 ${signed}),与日志一致`,
        `${sealed} record(s) sealed, ${signed} under a signed head; the log is what was sealed`,
      ),
    );
  const { title, remedy } = errorEntry('audit.log-rewritten');
  return finding(
    'proofs',
    'fail',
    words(`${title.zh}:从记录 ${firstAltered} 起`, `${title.en}: from record ${firstAltered} on`),
    remedy,
  );
};
