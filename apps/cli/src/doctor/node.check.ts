import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

const NEEDED = 26;

export const checkNode = (version: string): Finding => {
  const major = Number(version.split('.')[0]);
  return major >= NEEDED
    ? fine('node', words(`Node ${version}`, `Node ${version}`))
    : finding(
        'node',
        'fail',
        words(`Node ${version},需要 ${NEEDED}`, `Node ${version}, ${NEEDED} is needed`),
        words('执行 npm ci,它会安装所需版本', 'run npm ci: it brings the right one'),
      );
};
