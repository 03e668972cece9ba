import { words } from './words.ts';

export const tailTexts = {
  connected: words('已连接', 'connected to'),
  again: words('重新连接', 'connected again to'),
  lost: words('连接中断，继续重试', 'connection lost, trying again'),
  notYet: words('尚未连上，继续重试', 'not connected yet, trying again'),
  persona: words('演示身份', 'demo persona'),
  noToken: words(
    '没有设置 DUBAN_TOKEN 或 DUBAN_TOKEN_FILE，不带凭据连接',
    'neither DUBAN_TOKEN nor DUBAN_TOKEN_FILE is set: connecting without a token',
  ),
  unknownType: words('本版本不认识的事件类型', 'a type that this release does not know'),
  gap: words('序号', 'sequence'),
  oneSource: words('须且只须给出 --sse 或 --kafka 之一', 'say either --sse or --kafka'),
  limit: words('1、2、3……', '1, 2, 3, …'),
  begin: words('start、now，或事件的 position', 'start, now, or the position of an event'),
  credentials: words(
    '地址须为 http(s)，且不含用户名和口令：令牌用 DUBAN_TOKEN_FILE 给出',
    'an http(s) address without user name or password: the token comes by DUBAN_TOKEN_FILE',
  ),
} as const;
