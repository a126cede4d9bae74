import { branchSchema } from '../../schemas/branch.ts';
import { cooperativeSchema } from '../../schemas/cooperative.ts';
import { meetingSchema } from '../../schemas/meeting.ts';
import { newsSchema } from '../../schemas/news.ts';
import { column, columnsFrom } from './column.ts';
import { address, type Dataset } from './dataset.ts';

const branch = columnsFrom(branchSchema);
const meeting = columnsFrom(meetingSchema);
const cooperative = columnsFrom(cooperativeSchema);
const news = columnsFrom(newsSchema);

const branches: Dataset = {
  name: 'branches',
  title: '党支部',
  about: '镇党委和每个支部一行：类型、所在村、党员人数、活动场所和主题党日。想知道哪个支部在哪里、有多少党员，看这张表。',
  columns: [
    column('id', '支部编号', '网址里的编号，别的表用它指这个支部'),
    branch('name'),
    branch('shortName'),
    branch('kind'),
    column('superior', '上级党组织', '上级党组织的支部编号；没有公开的留空', { required: false }),
    branch('villages', { help: '' }),
    branch('summary', { help: '' }),
    branch('founded'),
    branch('term.from', { key: 'termFrom' }),
    branch('term.years', { key: 'termYears' }),
    branch('members.formal'),
    branch('members.probationary'),
    branch('members.female'),
    branch('members.under35'),
    branch('members.migrant'),
    branch('members.asOf', { key: 'membersAsOf', title: '党员人数截至', help: '前面几项党员人数是哪一天的' }),
    branch('groups'),
    branch('place.name', { key: 'place' }),
    branch('place.address', { help: '' }),
    branch('place.hours'),
    branch('place.phone'),
    branch('themeDay', { help: '每月几号' }),
    branch('updated', { help: '这个支部的网页最近一次核对更新的日子' }),
    address(),
  ],
  key: ['id'],
  links: [],
  dated: 'updated',
};

const meetings: Dataset = {
  name: 'meetings',
  title: '组织生活记录',
  about: '三会一课、主题党日、组织生活会和民主评议党员，开一次一行。想核对哪个支部哪个月开没开、到了多少人，看这张表。',
  columns: [
    column('branch', '支部编号', '是哪个支部，编号见“党支部”表'),
    column('branchName', '支部', '支部简称'),
    meeting('on'),
    meeting('kind'),
    meeting('topic'),
    meeting('expected', { type: 'integer' }),
    meeting('present', { type: 'integer' }),
    meeting('news', { help: '有报道的写动态编号，编号见“动态”表' }),
    address(),
  ],
  key: [],
  links: [
    { columns: ['branch'], dataset: 'branches', of: ['id'] },
    { columns: ['news'], dataset: 'news', of: ['id'] },
  ],
  dated: 'on',
};

const cooperatives: Dataset = {
  name: 'cooperatives',
  title: '产业',
  about: '合作社、家庭农场和企业，一家一行：做什么、哪个支部带、有多少成员、经营多少地。',
  columns: [
    column('id', '编号', '网址里的编号，别的表用它指这一家'),
    cooperative('name'),
    cooperative('kind'),
    cooperative('industry', { help: '' }),
    cooperative('creditCode'),
    cooperative('registered'),
    cooperative('summary'),
    cooperative('branch', { required: false, help: '支部编号，见“党支部”表；支部没有公开的留空' }),
    cooperative('branchRole'),
    cooperative('model'),
    cooperative('villages'),
    cooperative('products', { help: '产品名称' }),
    cooperative('members.total', { key: 'members' }),
    cooperative('members.farmers'),
    cooperative('members.asOf', { key: 'membersAsOf', title: '成员数截至', help: '成员人数是哪一天的' }),
    cooperative('land.area', { key: 'land', title: '经营面积（亩）' }),
    cooperative('land.asOf', { key: 'landAsOf', title: '面积截至', help: '经营面积是哪一天的' }),
    cooperative('updated', { help: '这一家的网页最近一次核对更新的日子' }),
    address(),
  ],
  key: ['id'],
  links: [{ columns: ['branch'], dataset: 'branches', of: ['id'] }],
  dated: 'updated',
};

const cooperativeYears: Dataset = {
  name: 'cooperative-years',
  title: '产业年度数字',
  about: '每家合作社、农场、企业每年一行：销售收入、盈余、返还、村集体收入和带动农户。想比较哪一年好、钱去了哪里，看这张表。',
  columns: [
    column('cooperative', '编号', '是哪一家，编号见“产业”表'),
    column('name', '全称', '这一家的名称'),
    cooperative('accounts.year'),
    cooperative('accounts.revenue', { required: false }),
    cooperative('accounts.surplus', { required: false }),
    cooperative('accounts.returned', { required: false }),
    cooperative('accounts.collectiveIncome', { required: false }),
    cooperative('accounts.source', { required: false }),
    cooperative('households.value', { key: 'households', required: false }),
    cooperative('households.asOf', { key: 'householdsAsOf', title: '户数截至', help: '带动农户数是哪一天的', required: false }),
    cooperative('households.method', { required: false, help: '带动农户是怎么数出来的' }),
    address(),
  ],
  key: ['cooperative', 'year'],
  links: [{ columns: ['cooperative'], dataset: 'cooperatives', of: ['id'] }],
  dated: 'householdsAsOf',
};

const entriesOfNews: Dataset = {
  name: 'news',
  title: '动态',
  about: '每条动态、公示和文件一行：标题、栏目、日期、来源、摘要。公示期满的只留标题和起止日期。',
  columns: [
    column('id', '动态编号', '网址里的编号，别的表用它指这条动态'),
    news('title', { help: '' }),
    column('column', '栏目', '栏目名称'),
    news('date', { help: '年-月-日 时:分，北京时间' }),
    news('source', { help: '供稿单位' }),
    news('author', { help: '单位或岗位' }),
    news('summary', { help: '公示期满的留空', required: false }),
    column('branches', '相关支部', '支部编号，见“党支部”表', { type: 'list', required: false }),
    news('villages'),
    column('cooperatives', '相关产业', '编号，见“产业”表', { type: 'list', required: false }),
    news('notice.kind', { key: 'noticeKind' }),
    news('notice.from', { key: 'noticeFrom', title: '公示开始', help: '' }),
    news('notice.until', { key: 'noticeUntil', title: '公示截止' }),
    news('document.number', { key: 'documentNumber' }),
    news('document.issuer', { key: 'documentIssuer' }),
    news('document.repealed.on', { key: 'repealedOn' }),
    address(),
  ],
  key: ['id'],
  links: [],
  dated: 'date',
};

/** Tables of what is entered: one row an entry, or a row of its companion file. */
export const entryDatasets: readonly Dataset[] = [branches, meetings, cooperatives, cooperativeYears, entriesOfNews];
