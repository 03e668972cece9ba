/** Every finding by its code, in plain words. `{0}` is the record (counted from 0), `{1}` the last one concerned. */
export const reasons = {
  'record.changed': [
    '记录 {0} 的内容与封存时不同',
    'record {0} is not what was sealed: its content was changed',
  ],
  'record.replaced': ['记录 {0} 的位置上是另一个事件', 'another event stands in the place of record {0}'],
  'record.dropped': ['记录 {0} 缺失', 'record {0} is missing'],
  'record.gap': [
    '记录 {0} 至 {1} 之间缺少记录：同一流的版本号不连续',
    'a record between {0} and {1} is missing: the revisions of its stream have a hole',
  ],
  'record.reordered': ['记录 {0} 不在原来的位置', 'record {0} is not where it was: the order was changed'],
  'record.doubled': ['记录 {0} 是重复的', 'record {0} repeats an earlier one'],
  'record.inserted': ['记录 {0} 从未封存，是插入的', 'record {0} was never sealed: it was inserted'],
  'record.mislabelled': ['记录 {0} 的摘要项与事件不符', 'the leaf of record {0} does not describe its event'],
  'record.back-dated': ['记录 {0} 的登记时间早于前一条', 'record {0} was recorded before its predecessor'],
  'record.malformed': ['记录 {0} 所在行无法识别', 'the line of record {0} is not a record'],
  'record.truncated': ['文件在记录 {0} 处中断', 'the file breaks off at record {0}'],
  'record.unsealed': ['从记录 {0} 起没有签名检查点', 'no checkpoint covers the records from {0} on'],
  'checkpoint.root-mismatch': [
    '记录 {0} 至 {1} 中有改动：与签名检查点不符',
    'a record from {0} to {1} was altered: the signed checkpoint does not fit',
  ],
  'checkpoint.malformed': [
    '记录 {0} 之前的检查点无法识别',
    'the checkpoint before record {0} is not a checkpoint',
  ],
  'checkpoint.misplaced': [
    '记录 {0} 之前的检查点位置不对',
    'the checkpoint before record {0} belongs elsewhere',
  ],
  'checkpoint.bad-signature': [
    '覆盖记录 {0} 至 {1} 的检查点签名是假的',
    'the signature of the checkpoint over records {0} to {1} is false',
  ],
  'checkpoint.unknown-key': [
    '覆盖记录 {0} 至 {1} 的检查点不是由所信任的密钥签名',
    'the checkpoint over records {0} to {1} is not signed by a trusted key',
  ],
  'log.rolled-back': [
    '日志被退回：记录 {0} 起曾经存在',
    'the log was rolled back: records from {0} on did exist',
  ],
  'log.forked': [
    '日志被分叉：记录 {0} 至 {1} 与已知检查点不同',
    'the log was forked: records {0} to {1} differ from a known checkpoint',
  ],
  'log.differs': ['记录 {0} 与早先的导出不同', 'record {0} differs from the earlier export'],
  'bundle.unreadable': ['文件不是督办日志包', 'the file is not a Duban log bundle'],
  'bundle.unknown-version': [
    '不支持此日志包的版本或杂凑算法',
    'this version or hash of a bundle is not known here',
  ],
  'bundle.no-checkpoint': ['日志包中没有检查点', 'there is no checkpoint in the bundle'],
  'key.unusable': ['给出的公钥无法识别', 'a given key is not a verifier key'],
  'key.not-given': [
    '内部一致，但没有给出所信任的公钥，无法判断由谁签名',
    'consistent in itself, but no trusted key was given, so nothing says who signed it',
  ],
  'known.unverified': ['给出的已知检查点无法确认', 'a given known checkpoint is not signed by a trusted key'],
  'checkpoint.not-cosigned': [
    '记录 {0} 起没有足够的见证签名',
    'too few witnesses cosigned the records from {0} on',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type ReasonCode = keyof typeof reasons;

export type Reason = { readonly zh: string; readonly en: string };

export const reasonOf = (code: ReasonCode, first: number, last = first): Reason => {
  const [zh, en] = reasons[code];
  const fill = (text: string): string =>
    text.replaceAll('{0}', String(first)).replaceAll('{1}', String(last));
  return { zh: fill(zh), en: fill(en) };
};
