import type { OrganKind } from '@duban/domain';

export type DemoOrgan = { readonly organId: string; readonly kind: OrganKind; readonly name: string };

const organ = (organId: string, kind: OrganKind, name: string): DemoOrgan => ({ organId, kind, name });

/** The organs of an invented city: names as real as they are common, districts that no map shows. */
export const demoOrgans: readonly DemoOrgan[] = [
  organ('cq-so', 'congress-body', '市人大常委会督办工作办公室'),
  organ('cq-cc', 'congress-body', '市人大常委会主任会议'),
  organ('cq-general-office', 'congress-body', '市人大常委会办公厅'),
  organ('cq-urban-committee', 'congress-body', '市人大城乡建设环境保护委员会'),
  organ('cq-social-committee', 'congress-body', '市人大社会建设委员会'),
  organ('cq-legal-committee', 'congress-body', '市人大监察和法制委员会'),
  organ('cq-finance-committee', 'congress-body', '市人大财政经济委员会'),
  organ('cq-deputies-committee', 'congress-body', '市人大常委会代表工作委员会'),
  organ('cq-deputies', 'congress-body', '市人大代表'),
  organ('cq-analysis', 'congress-body', '市人大常委会研究室'),
  organ('cq-information-centre', 'congress-body', '市人大常委会信息中心'),
  organ('cq-government', 'government', '市人民政府'),
  organ('cq-housing', 'bureau', '市住房和城乡建设委员会'),
  organ('cq-emergency', 'bureau', '市应急管理局'),
  organ('cq-data', 'bureau', '市大数据应用发展管理局'),
  organ('cq-civil-affairs', 'bureau', '市民政局'),
  organ('cq-commerce', 'bureau', '市商务委员会'),
  organ('cq-health', 'bureau', '市卫生健康委员会'),
  organ('cq-traffic-police', 'bureau', '市公安局交通管理局'),
  organ('cq-transport', 'bureau', '市交通运输委员会'),
  organ('cq-road-centre', 'bureau', '市道路运输事务中心'),
  organ('cq-market-regulation', 'bureau', '市市场监督管理局'),
  organ('cq-education', 'bureau', '市教育委员会'),
  organ('cq-finance', 'bureau', '市财政局'),
  organ('cq-planning', 'bureau', '市规划和自然资源局'),
  organ('cq-enforcement', 'bureau', '市城市管理综合行政执法局'),
  organ('cq-justice', 'bureau', '市司法局'),
  organ('cq-audit', 'bureau', '市审计局'),
  organ('cq-yunling', 'district', '云岭区人民政府'),
  organ('cq-jianghui', 'district', '江汇区人民政府'),
  organ('cq-nanping', 'district', '南屏区人民政府'),
  organ('cq-beita', 'district', '北塔区人民政府'),
  organ('cq-qingshi', 'district', '青石区人民政府'),
  organ('cq-changtan', 'district', '长滩区人民政府'),
];
