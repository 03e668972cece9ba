import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Who asks is known, but not in which post they do. */
export type PostErrorCode = 'post.none' | 'post.unnamed' | 'post.not-held';

const FORBIDDEN = { status: 403, exitCode: EXIT.notAllowed } as const;

export const postErrors: ErrorEntries<PostErrorCode> = {
  'post.none': {
    ...FORBIDDEN,
    ...refusal(
      ['您今天没有岗位', 'You hold no post today'],
      [
        '请安全管理员登记您的岗位；一个也没有时，在服务器上运行 duban posts grant',
        'Ask the security administrator for one; where nobody has any yet, run duban posts grant on the server',
      ],
    ),
  },
  'post.unnamed': {
    ...FORBIDDEN,
    ...refusal(
      ['您有多个岗位，没有说明以哪个岗位办理', 'You hold several posts, and have not said in which you act'],
      [
        '在请求头 Duban-Post 中写明 details.posts 中的一个；下载和事件流也可用 ?post=',
        'Name one of details.posts in the header Duban-Post; downloads and event streams may use ?post=',
      ],
    ),
  },
  'post.not-held': {
    ...FORBIDDEN,
    ...refusal(
      ['您今天不担任该岗位', 'You do not hold this post today'],
      [
        '改用 details.posts 中的岗位；如应担任该岗位，请安全管理员登记',
        'Use one of details.posts; if the post should be yours, ask the security administrator',
      ],
    ),
  },
};
