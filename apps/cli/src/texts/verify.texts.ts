import { words } from './words.ts';

export const verifyTexts = {
  result: words('结论', 'Result'),
  good: words('完整，未被改动', 'good: complete and unaltered'),
  goodCase: words(
    '案件包中的每一事件均已封存，未被改动，其间没有缺失',
    'good: every event of this case package was sealed as it stands here, and none between them is missing',
  ),
  goodProof: words('该事件记录在签名的日志中', 'good: the record of this event is in the signed log'),
  stream: words('案件', 'Stream'),
  events: words('事件', 'Events'),
  revision: words('修订号', 'Revision'),
  type: words('事件类型', 'Type'),
  recorded: words('记录时间', 'Recorded'),
  index: words('日志中的记录号', 'Record of the log'),
  size: words('检查点大小', 'Size of the log'),
  notShown: words('其后', 'Beyond it'),
  mayFollow: words('不能证明最后一条之后是否还有事件', 'not shown whether events follow the last one'),
  nothingFollows: words('检查点时没有后续事件', 'nothing followed when the checkpoint was signed'),
  content: words(
    '只证明摘要和标签；用 --event 对照内容',
    'digest and labels only; --event compares the content',
  ),
  bad: words('有问题', 'bad'),
  'cannot-tell': words('无法判断', 'cannot tell'),
  reason: words('原因', 'Reason'),
  note: words('说明', 'Note'),
  records: words('记录', 'Records'),
  checkpoints: words('检查点', 'Checkpoints'),
  signatures: words('有效签名', 'Signatures'),
  cosignatures: words('见证签名', 'Cosignatures'),
  epochs: words(
    '日志在这些记录之前丢失过末尾（记录自己的声明）',
    'The log lost its end before these records, as they say',
  ),
  stamped: words('时间戳（覆盖的记录数）', 'Time stamp (records under it)'),
  missing: words('没有找到文件', 'no such file'),
} as const;
