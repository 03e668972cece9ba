import { text } from '@duban/domain/texts';

/** What is asked of a sender and kept under another name, or not at all. */
export const commandFieldTexts = {
  accept: text('是否同意', 'accept'),
  concerns: text('是否涉及', 'concerns'),
  consentOf: text('同意撤回的联名人', 'co-signers who consent'),
  courtCase: text('正在审理的案件', 'a pending court case'),
  fixedDueDate: text('文件指定期限', 'due date fixed in the document'),
  grant: text('是否批准', 'grant'),
  heldOutside: text('另存他处的文件摘要', 'digests of files held elsewhere'),
  newDueDate: text('新的办理期限', 'new due date'),
  repeatGround: text('重新测评的事由', 'ground of a repeated vote'),
  passed: text('是否通过', 'passed'),
  personalMatter: text('个人事务', 'a personal matter'),
  stateSecret: text('国家秘密', 'a state secret'),
};
