import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** The codes of problem documents (contracts.md section 2). */
export type RequestErrorCode =
  | 'validation-failed'
  | 'malformed-request'
  | 'precondition-required'
  | 'revision-conflict'
  | 'rejected'
  | 'idempotency-key-reuse'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'payload-too-large'
  | 'request.too-many-values'
  | 'request.too-slow'
  | 'identity-provider.away'
  | 'unsupported-media-type'
  | 'forbidden'
  | 'case.office-papers'
  | 'case.skeleton-only'
  | 'case.restricted'
  | 'unauthenticated'
  | 'rate-limited'
  | 'log-unavailable'
  | 'read-model-behind'
  | 'internal';

export const requestErrors: ErrorEntries<RequestErrorCode> = {
  'case.skeleton-only': {
    status: 403,
    exitCode: EXIT.notAllowed,
    ...refusal(
      [
        '只能查看该案件的进度，不能查看其文字和附件',
        'Of this case only the course can be read, not its texts and files',
      ],
      [
        '请向提出该建议的代表索取，或在办理结果公开后再看',
        'Ask a deputy who signed the suggestion, or look again when its result is published',
      ],
    ),
  },
  'case.restricted': {
    status: 403,
    exitCode: EXIT.notAllowed,
    ...refusal(
      [
        '案件限制知悉，只告知编号、立案日期和限制日期',
        'The case is restricted: its number, the day it was opened and the day it was restricted are told, and no more',
      ],
      [
        '需要查看的，请作出限制的机构先解除',
        'To read it, have the body that restricted it lift the restriction',
      ],
    ),
  },
  'case.office-papers': {
    status: 403,
    exitCode: EXIT.notAllowed,
    ...refusal(
      [
        '案件包含有您不能查看的文件或文字，不能提供',
        'The package would hold papers or texts that you may not read',
      ],
      [
        '请督办机构提供案件包，或按事件编号逐条取得证明（GET /v1/audit/proof/event/{eventId}）',
        'Ask the supervision office for it, or take the proof of each event (GET /v1/audit/proof/event/{eventId})',
      ],
    ),
  },
  'validation-failed': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['请求内容不符合要求', 'The request does not fit its contract'],
      ['按 errors 逐项改正', 'Mend what errors names'],
    ),
  },
  'malformed-request': {
    status: 400,
    exitCode: EXIT.invalid,
    ...refusal(
      ['请求无法读取', 'The request cannot be read'],
      ['检查 JSON 和参数格式', 'Check the JSON and the parameters'],
    ),
  },
  'precondition-required': {
    status: 428,
    exitCode: EXIT.invalid,
    ...refusal(
      ['缺少必需的前提条件', 'A required precondition is missing'],
      ['带上提示的请求头，例如 Idempotency-Key', 'Send the header named, such as Idempotency-Key'],
    ),
  },
  'revision-conflict': {
    status: 412,
    exitCode: EXIT.conflict,
    ...refusal(
      ['案件已被他人更新', 'The case was changed meanwhile'],
      ['刷新并比较差异后重试', 'Reload, look at the difference and try again'],
    ),
  },
  rejected: {
    status: 409,
    exitCode: EXIT.refused,
    ...refusal(
      ['按规则不能办理', 'A rule stands against it'],
      ['查看 reason 说明的原因和可用的操作', 'Look at reason and at what is allowed now'],
    ),
  },
  'idempotency-key-reuse': {
    status: 422,
    exitCode: EXIT.conflict,
    ...refusal(
      ['同一 Idempotency-Key 用于不同请求', 'The Idempotency-Key was used for another request'],
      ['换一个新的键', 'Use a fresh key'],
    ),
  },
  'not-found': {
    status: 404,
    exitCode: EXIT.notFound,
    ...refusal(['没有找到', 'There is no such thing'], ['核对编号或网址', 'Check the id or the address']),
  },
  'method-not-allowed': {
    status: 405,
    exitCode: EXIT.invalid,
    ...refusal(
      ['不支持该请求方法', 'The method is not allowed here'],
      ['使用 Allow 列出的方法', 'Use a method that Allow lists'],
    ),
  },
  'not-acceptable': {
    status: 406,
    exitCode: EXIT.invalid,
    ...refusal(
      ['不能提供所要的格式', 'The format asked for is not offered'],
      ['改用 application/json', 'Ask for application/json'],
    ),
  },
  'payload-too-large': {
    status: 413,
    exitCode: EXIT.invalid,
    ...refusal(['内容过大', 'The content is too large'], ['缩小文件或分批提交', 'Send less at once']),
  },
  'request.too-many-values': {
    status: 413,
    exitCode: EXIT.invalid,
    ...refusal(
      ['请求中的字段、列表项或层级过多', 'The request holds too many fields, list entries or levels'],
      ['按 details 所列上限分批提交', 'Send it in parts, within the limit that details names'],
    ),
  },
  'request.too-slow': {
    status: 408,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['请求内容没有在时限内送达', 'The content of the request did not arrive in time'],
      [
        '检查网络后用同一 Idempotency-Key 重试',
        'Look at the connection and try again with the same Idempotency-Key',
      ],
    ),
  },
  'identity-provider.away': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      [
        '统一认证服务暂时无法访问，不能确认您的身份',
        'The identity provider cannot be reached, so nobody can be told apart',
      ],
      [
        '不必重新登录，稍后重试；管理员请检查认证服务及其证书',
        'There is no need to sign in again: try later. Administrators: look at the provider and its certificate',
      ],
    ),
  },
  'unsupported-media-type': {
    status: 415,
    exitCode: EXIT.invalid,
    ...refusal(
      ['不支持该内容类型', 'The content type is not supported'],
      ['改用文档所列的类型', 'Use a type that the documentation names'],
    ),
  },
  forbidden: {
    status: 403,
    exitCode: EXIT.notAllowed,
    ...refusal(
      ['没有权限', 'You are not allowed to do this'],
      ['请有权限的角色办理', 'Ask someone whose role may do it'],
    ),
  },
  unauthenticated: {
    status: 401,
    exitCode: EXIT.notAllowed,
    ...refusal(['没有登录或登录已失效', 'You are not signed in'], ['重新登录', 'Sign in again']),
  },
  'rate-limited': {
    status: 429,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['请求过于频繁', 'Too many requests'],
      ['按 Retry-After 稍后再试', 'Wait as Retry-After says'],
    ),
  },
  'log-unavailable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['事件日志暂不可用，没有写入任何内容', 'The log is unavailable; nothing was written'],
      ['稍后用同一 Idempotency-Key 重试', 'Try again later with the same Idempotency-Key'],
    ),
  },
  'read-model-behind': {
    status: 504,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['查询数据尚未跟上刚才的操作', 'The read model has not caught up yet'],
      ['操作已保存，稍后再查询', 'What you did is saved: ask again shortly'],
    ),
  },
  internal: {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['系统内部错误', 'Something went wrong inside'],
      ['把 traceId 告诉管理员', 'Give the traceId to the administrator'],
    ),
  },
};
