import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of what carries public events: the relay, its outlets, and the library that subscribes to them. */
export type MessagingFaultCode =
  | 'outlet.unavailable'
  | 'outlet.message-too-large'
  | 'outlet.topic-layout'
  | 'outlet.closed'
  | 'relay.fenced'
  | 'relay.ahead-of-log'
  | 'subscriber.refused'
  | 'subscriber.unreadable'
  | 'subscriber.out-of-order'
  | 'subscriber.place-moved'
  | 'subscriber.sequence-gap'
  | 'subscriber.inbox-unusable'
  | 'subscriber.handler-failed';

export const messagingErrors: ErrorEntries<MessagingFaultCode> = {
  'outlet.unavailable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['消息出口暂不可用，事件保留在日志中，稍后重发', 'The outlet is unavailable; events wait in the log'],
      ['检查 Kafka 和网络', 'Check Kafka and the network'],
    ),
  },
  'outlet.message-too-large': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['消息超过出口的大小上限', 'A message is larger than the outlet takes'],
      ['联系管理员', 'Tell the administrator'],
    ),
  },
  'outlet.topic-layout': {
    status: 500,
    exitCode: EXIT.invalid,
    ...refusal(
      ['主题的分区数与设置不符', 'A topic has another number of partitions than is set'],
      ['改正设置，或重放到另一个主题', 'Mend the setting, or replay into another topic'],
    ),
  },
  'outlet.closed': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['消息出口已关闭', 'The outlet is closed'],
      ['等待服务重新启动', 'Wait until the service is up again'],
    ),
  },
  'relay.fenced': {
    status: 503,
    exitCode: EXIT.conflict,
    ...refusal(
      ['另一个进程已接管事件转发', 'Another process has taken the relay over'],
      ['无需处理；确认只有一个 worker 在运行', 'Nothing; see that only one worker is meant to run'],
    ),
  },
  'relay.ahead-of-log': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      [
        '日志比已外发的事件短：恢复了较旧的备份',
        'The log is shorter than what was sent: an older copy was put back',
      ],
      ['恢复较新的日志，或外发到另一组主题', 'Restore the newer log, or send it into other topics'],
    ),
  },
  'subscriber.refused': {
    status: 502,
    exitCode: EXIT.notAllowed,
    ...refusal(
      ['服务器拒绝了订阅', 'The server refuses the subscription'],
      ['核对地址、凭据和起始位置', 'Check the address, the credentials and the position'],
    ),
  },
  'subscriber.unreadable': {
    status: 502,
    exitCode: EXIT.damaged,
    ...refusal(
      ['收到的消息不是督办的公开事件', 'What arrived is not a public event of Duban'],
      ['核对主题或地址', 'Check the topic or the address'],
    ),
  },
  'subscriber.out-of-order': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['同一案件的事件顺序有误', 'The events of a case arrive out of order'],
      ['停止使用并从头重新接收', 'Stop, and receive anew from the start'],
    ),
  },
  'subscriber.place-moved': {
    status: 503,
    exitCode: EXIT.conflict,
    ...refusal(
      ['另一个进程正在接收同样的事件', 'Another process receives the same events'],
      ['一个收件箱只给一个进程使用', 'Give each inbox to one process'],
    ),
  },
  'subscriber.sequence-gap': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      [
        '同一案件的序号不连续：中间的事件不公开，或没有收到',
        'Sequence numbers of a case are missing: what lies between is private, or did not arrive',
      ],
      [
        '用 duban replay <案件> --events 核对该案件的全部事件',
        'Compare with all events of the case: duban replay <case> --events',
      ],
    ),
  },
  'subscriber.inbox-unusable': {
    status: 500,
    exitCode: EXIT.invalid,
    ...refusal(
      ['收件箱文件无法使用', 'The file of the inbox cannot be used'],
      ['换一个文件，或核对目录和权限', 'Name another file, or check its folder and rights'],
    ),
  },
  'subscriber.handler-failed': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['处理事件时出错，没有跳过任何事件', 'Handling an event failed; none was passed over'],
      ['修正处理程序后重新启动', 'Mend the handler and start again'],
    ),
  },
};
