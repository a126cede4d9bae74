import type { NewsEvent } from '../../schemas/news.ts';
import { shareMeasure, sumMeasure, type Contribution, type MeasureSpec } from './measure.ts';

type Kind = NewsEvent['kind'];
type EventOf<K extends Kind> = Extract<NewsEvent, { kind: K }>;

/** The events of one kind that happened in the year, whenever they were told. */
const count =
  <K extends Kind>(
    kind: K,
    amount: (event: EventOf<K>) => number,
    words: (event: EventOf<K>) => Pick<Contribution, 'label' | 'group'> = () => ({}),
  ): MeasureSpec['entries'] =>
  ({ news }, year) =>
    news.flatMap(({ id, data }) =>
      (data.events ?? [])
        .filter((event): event is EventOf<K> => event.kind === kind && event.on.startsWith(`${String(year)}-`))
        .map((event) => ({
          collection: 'news' as const,
          id,
          amount: amount(event),
          label: data.title,
          on: event.on,
          ...words(event),
        })),
    );

const HAPPENED = '按发生的日子计入当年，不按报道的日子';

const topic = (event: EventOf<'教育培训'>): Pick<Contribution, 'label'> => ({ label: event.topic });
const form = (event: EventOf<'廉政教育'>): Pick<Contribution, 'group'> => ({ group: event.form });
const direction = (event: EventOf<'交流'>): Pick<Contribution, 'group' | 'label'> => ({
  group: event.direction,
  label: event.partner,
});

const received = sumMeasure({
  id: 'disputes-received',
  title: '受理矛盾纠纷',
  definition: `动态里登记的矛盾调解受理件数相加，同一件只登记一次；${HAPPENED}`,
  unit: '件',
  entries: count('矛盾调解', (event) => event.received),
});

const settled = sumMeasure({
  id: 'disputes-settled',
  title: '调解成功的矛盾纠纷',
  definition: '受理的纠纷里登记为调解成功的件数相加',
  unit: '件',
  entries: count('矛盾调解', (event) => event.settled),
});

const found = sumMeasure({
  id: 'visits-found',
  title: '走访发现的问题',
  definition: `网格走访登记的问题件数相加；${HAPPENED}`,
  unit: '件',
  entries: count('网格走访', (event) => event.found),
});

const solved = sumMeasure({
  id: 'visits-solved',
  title: '走访办结的问题',
  definition: '网格走访登记的问题里已经办结的件数相加',
  unit: '件',
  entries: count('网格走访', (event) => event.solved),
});

/** What the news count: training, discipline education, mediation, visits, exchange. */
export const eventMeasures = [
  sumMeasure({
    id: 'training-sessions',
    title: '教育培训场次',
    definition: `动态里登记的教育培训场次相加，支部自己的党课、主题党日和廉政教育不算；${HAPPENED}`,
    unit: '场',
    entries: count('教育培训', (event) => event.sessions, topic),
  }),
  sumMeasure({
    id: 'training-persons',
    title: '教育培训人次',
    definition: `动态里登记的教育培训参加人次相加，一个人参加几场算几人次；${HAPPENED}`,
    unit: '人次',
    entries: count('教育培训', (event) => event.participants, topic),
  }),
  sumMeasure({
    id: 'integrity-sessions',
    title: '廉政教育场次',
    definition: `动态里登记的廉政党课、警示教育、家风活动和任前谈话场次相加；${HAPPENED}`,
    unit: '场',
    entries: count('廉政教育', (event) => event.sessions, form),
  }),
  sumMeasure({
    id: 'integrity-persons',
    title: '廉政教育人次',
    definition: `动态里登记的廉政教育参加人次相加，一个人参加几场算几人次；${HAPPENED}`,
    unit: '人次',
    entries: count('廉政教育', (event) => event.participants, form),
  }),
  sumMeasure({
    id: 'cases-published',
    title: '公开通报案例',
    definition: '动态里登记的案件通报起数相加，按通报的日子计，不按查结的日子；都隐去姓名',
    unit: '起',
    sensitive: true,
    entries: count('案件通报', (event) => event.cases),
  }),
  received,
  settled,
  shareMeasure({
    id: 'disputes-settled-share',
    title: '调解成功率',
    definition: '调解成功的件数占受理件数的比例，保留一位小数',
    part: settled,
    whole: received,
  }),
  sumMeasure({
    id: 'visits-households',
    title: '网格走访',
    definition: `动态里登记的走访户次相加，同一户不同季度各算一次；${HAPPENED}`,
    unit: '户次',
    entries: count('网格走访', (event) => event.households),
  }),
  found,
  solved,
  shareMeasure({
    id: 'visits-solved-share',
    title: '走访问题办结率',
    definition: '办结的问题占走访发现问题的比例，保留一位小数',
    part: solved,
    whole: found,
  }),
  sumMeasure({
    id: 'exchange-visits',
    title: '交流来往',
    definition: `动态里登记的来访和外出，一次算一次；${HAPPENED}`,
    unit: '次',
    entries: count('交流', () => 1, direction),
  }),
];
