/**
 * Every finding by its code, in plain words. `{0}` is the record (counted from 0), `{1}` the last one
 * concerned; in a package or a proof `{0}` is the event's revision in its case, and `{2}` a file. `{3}` is a line of the file
 * that was given (or of one in a package), counted from 1, `{4}` what stands there.
 */
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
  'line.member-doubled': [
    '{3}：成员“{4}”出现两次，读到的与封存的可能不同',
    '{3}: the member "{4}" stands there twice, so that what is read may not be what was sealed',
  ],
  'line.member-foreign': [
    '{3}：多出成员“{4}”，它从未封存',
    '{3}: the member "{4}" does not belong there: it was never sealed',
  ],
  'line.number-altered': [
    '{3}：数 {4} 与封存的数不是同一个写法所指的数',
    '{3}: the number {4} is not the one that was sealed, only one that is rounded to it',
  ],
  'line.too-deep': ['{3}：嵌套超过 {4} 层，不可能是记录', '{3}: nested deeper than {4}, as no record is'],
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
  'checkpoint.covers-more': [
    '记录 {0} 至 {1} 中少了记录，或检查点被移动：检查点覆盖的记录比其前的多',
    'a record from {0} to {1} was dropped, or the checkpoint moved: it covers more records than stand before it',
  ],
  'checkpoint.covers-fewer': [
    '记录 {0} 至 {1} 中多了记录，或检查点被移动：检查点覆盖的记录比其前的少',
    'a record from {0} to {1} was inserted, or the checkpoint moved: it covers fewer records than stand before it',
  ],
  'checkpoint.bad-signature': [
    '覆盖记录 {0} 至 {1} 的检查点签名是假的',
    'the signature of the checkpoint over records {0} to {1} is false',
  ],
  'checkpoint.unknown-key': [
    '覆盖记录 {0} 至 {1} 的检查点不是由所信任的密钥签名',
    'the checkpoint over records {0} to {1} is not signed by a trusted key',
  ],
  'log.truncated': [
    '日志从记录 {0} 起被截断：其后没有任何事件',
    'the log was cut off at record {0}: no event is left from there on',
  ],
  'log.rolled-back': [
    '日志被退回：记录 {0} 起曾经存在',
    'the log was rolled back: records from {0} on did exist',
  ],
  'log.forked': [
    '日志被分叉：记录 {0} 至 {1} 与已知检查点不同',
    'the log was forked: records {0} to {1} differ from a known checkpoint',
  ],
  'log.loss-declared': [
    '记录 {0} 声明：此前的日志丢失了已封存的记录；所给的凭证比保留下来的更新',
    'the log lost sealed records and says so in record {0}: what was brought along reaches further than what was kept',
  ],
  'log.differs': ['记录 {0} 与早先的导出不同', 'record {0} differs from the earlier export'],
  'timestamp.malformed': [
    '记录 {0} 之后的时间戳无法识别',
    'the time stamp behind record {0} is not a time stamp',
  ],
  'timestamp.other-checkpoint': [
    '记录 {0} 之后的时间戳不是此检查点的',
    'the time stamp behind record {0} is not of this checkpoint',
  ],
  'timestamp.false-signature': [
    '记录 {0} 之后的时间戳签名是假的',
    'the signature of the time stamp behind record {0} is false',
  ],
  'timestamp.not-given': [
    '没有任何时间戳出自所信任的时间戳机构',
    'no time stamp is by the time-stamp authority that is trusted',
  ],
  'event.changed': [
    '案件事件 {0} 的内容与封存时不同',
    'event {0} is not what was sealed: its content was changed',
  ],
  'event.mislabelled': ['案件事件 {0} 的摘要项与事件不符', 'the leaf of event {0} does not describe it'],
  'event.malformed': ['案件事件 {0} 所在行无法识别', 'the line of event {0} is not an event'],
  'event.missing': ['案件事件 {0} 缺失', 'event {0} of the case is missing'],
  'event.doubled': ['案件事件 {0} 是重复的', 'event {0} repeats an earlier one'],
  'event.reordered': ['案件事件 {0} 不在原来的位置', 'event {0} is not where it was: the order was changed'],
  'event.foreign': ['事件 {0} 属于另一案件', 'event {0} belongs to another case'],
  'event.out-of-order': [
    '案件事件 {0} 在日志中先于前一事件',
    'event {0} stands in the log before the one that precedes it here',
  ],
  'event.unproven': [
    '案件事件 {0} 没有证明，而后面的事件有',
    'event {0} has no proof, though a later one has: it was never sealed there',
  ],
  'event.unsealed': ['案件事件 {0} 起尚未封存，没有证明', 'events from {0} on have no proof: not sealed yet'],
  'proof.malformed': [
    '事件 {0} 的证明无法识别或不完整',
    'the proof of event {0} is no proof, or only a part of one',
  ],
  'proof.other-event': ['事件 {0} 的证明属于另一事件', 'the proof of event {0} is of another event'],
  'proof.other-checkpoint': [
    '事件 {0} 的证明依据另一检查点',
    'the proof of event {0} is against another checkpoint',
  ],
  'proof.not-leading': [
    '事件 {0} 的证明不通向签名的树根',
    'the proof of event {0} does not lead to the signed root',
  ],
  'head.malformed': ['检查点无法识别', 'the checkpoint is not a checkpoint'],
  'head.bad-signature': ['检查点的签名是假的', 'the signature of the checkpoint is false'],
  'head.unknown-key': ['检查点不是由所信任的密钥签名', 'the checkpoint is not signed by a trusted key'],
  'head.forked': [
    '同样大小的已知检查点与此不同：日志被分叉',
    'a known checkpoint of the same size differs: the log was forked',
  ],
  'head.not-cosigned': ['检查点没有足够的见证签名', 'too few witnesses cosigned the checkpoint'],
  'package.unreadable': ['文件不是完整的案件包', 'the file is not a case package'],
  'package.file-changed': ['包内文件 {2} 与其校验和不符', '{2} in the package does not fit its sum'],
  'package.file-missing': ['包内缺少文件 {2}', '{2} is missing from the package'],
  'package.file-added': ['包内多出文件 {2}', '{2} was added to the package'],
  'package.attachments-differ': [
    '{2} 与事件中登记的文件不一致',
    '{2} is not the list of the files that the events name',
  ],
  'bundle.unreadable': [
    '文件不是督办日志包、案件包或证明',
    'the file is no Duban log bundle, case package or proof',
  ],
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

/** What a reason names besides the record; `found` is what the file says, shown so that it cannot act on a terminal. */
export type Named = {
  readonly last?: number | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly found?: string | undefined;
};

const MOST_SHOWN = 60;

const shown = (found: string): string =>
  found.slice(0, MOST_SHOWN).replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });

const placeOf = ({ file = '', line = 0 }: Named): Reason => ({
  zh: `${file === '' ? '' : `${file} `}第 ${line} 行`,
  en: `${file === '' ? '' : `${file}, `}line ${line}`,
});

export const reasonOf = (code: ReasonCode, first: number, named: Named = {}): Reason => {
  const [zh, en] = reasons[code];
  const place = placeOf(named);
  const { last = first, file = '', found = '' } = named;
  // What the file says goes in last: a brace in it is not a place to fill.
  const fill = (text: string, at: string): string =>
    text
      .replaceAll('{0}', String(first))
      .replaceAll('{1}', String(last))
      .replaceAll('{3}', () => at)
      .replaceAll('{2}', () => file)
      .replaceAll('{4}', () => shown(found));
  return { zh: fill(zh, place.zh), en: fill(en, place.en) };
};
