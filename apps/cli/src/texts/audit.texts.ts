import { words } from './words.ts';

export const auditTexts = {
  file: words('导出文件', 'File'),
  records: words('记录', 'Records'),
  origin: words('日志名称', 'Log'),
  verifierKey: words('日志公钥', 'Verifier key'),
  next: words('核验', 'Check it with'),
  unsealed: words(
    '没有签名密钥,只导出已封存的部分',
    'there is no signing key here: what is exported ends at the last checkpoint',
  ),
  exportedAnyway: words(
    '不再封存。已按现状导出,请用 duban verify 找出有问题的记录',
    'sealing is refused; exported as it is, so that duban verify can name the record',
  ),
  writtenAnyway: words(
    '日志不是所封存的日志。文件已按现状写出，不要当作可信的资料；用 duban export log 和 duban verify 查明',
    'the log is not what was sealed. The file was written of what is there: do not pass it on as true; duban export log and duban verify tell more',
  ),
  witness: words('见证方', 'Witness'),
  listens: words('见证方监听', 'The witness listens on'),
  setting: words('日志一方的设置', 'Setting for the office that keeps the log'),
  keyFile: words('密钥文件', 'Key file'),
  publish: words(
    '公钥须另行公布或交给审计员保存,不要只留在本机',
    'publish the verifier key, or give it to the auditor: kept here alone it proves nothing',
  ),
  notLoopback: words(
    '正在监听本机以外的地址:请在前面放置 TLS 代理',
    'listening beyond this machine: put a TLS proxy in front',
  ),
  seeAll: words('可看全部案件的角色', 'Roles that see every case'),
  seeOwn: words('只看本单位案件的角色', 'Roles that see those of their own organ'),
  organs: words('当时参与的单位', 'Organs that took part by then'),
  whoSaw: words('查阅者（新的在前）', 'Who did, newest first'),
  nobody: words('没有', 'nobody'),
  moreReads: words('还有更多：请缩短时段', 'there were more: ask about a shorter time'),
  noPage: words('核验网页尚未构建：npm run build', 'the page is not built yet: npm run build'),
  folderInUse: words('另一见证进程正在使用该目录', 'another witness uses this folder'),
} as const;
