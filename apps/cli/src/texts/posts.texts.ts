import { words } from './words.ts';

export const postsTexts = {
  done: words('已登记', 'recorded'),
  already: words('已是如此，没有写入', 'so already; nothing was written'),
  proposed: words('建议登记', 'proposed'),
  nothingWaits: words('没有待第二人确认的事项', 'nothing waits for a second person'),
  nobody: words('还没有登记任何岗位', 'no post is registered yet'),
  nothingToAdopt: words('日志中没有尚未登记的岗位', 'the log knows of no post that is not registered'),
} as const;
