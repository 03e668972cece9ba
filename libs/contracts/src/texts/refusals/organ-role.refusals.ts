import type { OrganRoleRejection } from '@duban/domain';
import { refusal, type RefusalTexts } from './refusal.ts';

/** Refusals about organs that are named in a case: given work, or supervising it. */
export const organRoleRefusals: RefusalTexts<OrganRoleRejection> = {
  'organ.not-registered': refusal(
    ['单位库中没有这个单位', 'The register of organs does not know this organ'],
    [
      '核对单位编号；确有此单位的，由督办机构或系统管理员先登记单位',
      'Check the id; if the organ exists, the supervision office or the system administrator registers it first',
    ],
  ),
  'organ.not-yet-there': refusal(
    ['该单位当日尚未设立', 'The organ did not exist yet on that day'],
    [
      '核对日期；设立日期登记有误的，先改正单位库',
      'Check the day; if the register has the wrong day, set it right first',
    ],
  ),
  'organ.no-longer-there': refusal(
    ['该单位当日已合并或撤销', 'The organ had merged or was dissolved by that day'],
    [
      '改用所列的承接单位；没有承接单位的，另选在任单位',
      'Name the successor given in the details; where there is none, choose an organ that exists',
    ],
  ),
  'organ.not-supervised': refusal(
    [
      '人大机构是监督方，不能作为承办或受文单位',
      'A body of the Congress supervises; work is not assigned to it',
    ],
    [
      '选择承办单位；代表建议由人大机构自行办理的，将在以后的版本支持',
      'Choose an organ under supervision; suggestions that the Congress’s own bodies handle come with a later version',
    ],
  ),
  'organ.not-of-the-congress': refusal(
    ['牵头委员会须是人大机构', 'Only a body of the Congress leads the supervision'],
    ['选择人大的委员会或工作机构', 'Choose a committee or working body of the Congress'],
  ),
};
