import { at, digest, office, type SampleStream } from './sample.ts';

const register = { name: '2019 年督办台账', fileDigest: digest('register.xlsx') };
const facts = {
  batchId: 'gb1',
  category: null,
  proposers: [],
  reply: null,
  otherFacts: { 备注: '电话催办两次' },
};

/** Two rows of an old register: one complete, one that knows almost nothing and is taken back. */
export const caseRegister: SampleStream = {
  stream: 'case-g4',
  steps: [
    [
      at('2019-05-06'),
      office,
      {
        type: 'CaseOpened',
        data: {
          caseId: 'g4',
          caseNo: '台账2019',
          tenant: 'cq-npcsc',
          supervisionForm: 'register',
          source: {
            type: 'register',
            title: '2019 年督办台账',
            documentNo: '',
            date: null,
            paragraphs: 0,
            digest: register.fileDigest,
          },
          addressee: null,
          leadCommittee: null,
          topic: '',
          linkedFrom: null,
          openedOn: '2019-05-06',
        },
      },
    ],
    [
      at('2019-05-06', '09:00:01'),
      office,
      {
        type: 'ItemImported',
        data: {
          ...facts,
          itemId: 'g4-i1',
          register: { ...register, row: 2, number: '1' },
          title: '背街小巷照明不足',
          text: '背街小巷照明不足',
          organ: '市城管局',
          madeOn: '2019-05-06',
          closedOn: '2019-11-20',
          dueOn: '2019-11-30',
          registerStatus: '办结',
          stage: 'CLOSED',
          disposition: 'resolved',
          warnings: [],
        },
      },
    ],
    [
      at('2019-05-06', '09:00:02'),
      office,
      {
        type: 'ItemImported',
        data: {
          ...facts,
          itemId: 'g4-i2',
          register: { ...register, row: 3, number: '' },
          title: '停车难',
          text: '停车难',
          organ: null,
          madeOn: null,
          closedOn: null,
          dueOn: null,
          registerStatus: null,
          stage: 'REGISTERED',
          disposition: null,
          warnings: ['organ-missing', 'made-on-missing'],
        },
      },
    ],
    [
      at('2026-02-02'),
      office,
      { type: 'ItemImportTakenBack', data: { itemId: 'g4-i2', batchId: 'gb1', reason: '重复行' } },
    ],
  ],
};
