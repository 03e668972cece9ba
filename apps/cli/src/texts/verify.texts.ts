import { words } from './words.ts';

export const verifyTexts = {
  result: words('结论', 'Result'),
  good: words('完整，未被改动', 'good: complete and unaltered'),
  bad: words('有问题', 'bad'),
  'cannot-tell': words('无法判断', 'cannot tell'),
  reason: words('原因', 'Reason'),
  records: words('记录', 'Records'),
  checkpoints: words('检查点', 'Checkpoints'),
  signatures: words('有效签名', 'Signatures'),
  cosignatures: words('见证签名', 'Cosignatures'),
  missing: words('没有找到文件', 'no such file'),
} as const;
