import { commitmentSchema } from '../../schemas/commitment.ts';
import { figureSchema } from '../../schemas/figure.ts';
import { column, columnsFrom } from './column.ts';
import { address, type Dataset } from './dataset.ts';

const figure = columnsFrom(figureSchema);
const commitment = columnsFrom(commitmentSchema);

const COVERED = '涉及案件、低保、信访而且数目太小的不写数，见“显示”一栏';

const figures: Dataset = {
  name: 'figures',
  title: '报告里的数字',
  about: '每份年度报告写的每个数字一行，带口径、截至日期、负责岗位和出处。想知道报告里一个数从哪里来，看这张表。',
  columns: [
    column('report', '报告年份', '写在哪一年的报告里'),
    figure('id', { help: '同一份报告里不重复' }),
    figure('label'),
    figure('value', { required: false, help: COVERED }),
    figure('unit'),
    column('text', '显示', '网页上的写法；“不足3”是为了不让人猜出是谁'),
    figure('share.part', { key: 'part', required: false, help: '百分比的分子' }),
    figure('share.whole', { key: 'whole', required: false, help: '百分比的分母' }),
    figure('definition'),
    figure('asOf'),
    figure('owner'),
    figure('measure', { help: '由条目算出来核对过的，写指标编号，见“指标”表' }),
    column('source', '数据出处', '从哪份文件、哪本台账来；由本站条目汇总的也写明'),
    column('previousText', '上年', '报告写的上年数值', { required: false }),
    address(),
  ],
  key: ['report', 'id'],
  links: [],
  dated: 'asOf',
};

const measures: Dataset = {
  name: 'measures',
  title: '指标',
  about: '程序从公布的记录里逐条数出来的指标，每个指标每年一行，可以历年比较。口径变过的会标明。',
  columns: [
    column('id', '指标编号', '网址里的编号'),
    column('title', '指标', '指标名称'),
    column('year', '年度', '当年没过完的数到“截至日期”为止', { type: 'integer' }),
    column('value', '数值', COVERED, { type: 'number', required: false }),
    column('unit', '单位', ''),
    column('text', '显示', '网页上的写法；“不足3”是为了不让人猜出是谁'),
    column('part', '部分', '百分比的分子', { type: 'number', required: false }),
    column('whole', '总数', '百分比的分母', { type: 'number', required: false }),
    column('from', '来历', '“条目”是从本站条目数出来的，“报告”是本站还没有全部条目的年份由报告给出的', {
      options: ['条目', '报告'],
    }),
    column('definition', '口径', '包括什么、不包括什么'),
    column('redefined', '口径变了', '与上一年口径不同，两年不能直接比', { type: 'boolean' }),
    column('asOf', '截至日期', '', { type: 'date' }),
    address(),
  ],
  key: ['id', 'year'],
  links: [],
  dated: 'asOf',
};

const measureEntries: Dataset = {
  name: 'measure-entries',
  title: '指标明细',
  about: '每个指标由哪些记录加起来，一条记录一行。把同一指标同一年的“数量”相加，就是“指标”表里的数；百分比列的是分子的记录。',
  columns: [
    column('measure', '指标编号', '见“指标”表'),
    column('title', '指标', '指标名称'),
    column('year', '年度', '', { type: 'integer' }),
    column('on', '日期', '发生或统计的日子', { type: 'date', required: false }),
    column('entry', '条目', '哪条动态、哪个支部、哪家合作社或者哪项承诺'),
    column('note', '说明', '', { required: false }),
    column('group', '分类', '', { required: false }),
    column('amount', '数量', COVERED, { type: 'number', required: false }),
    column('unit', '单位', ''),
    column('text', '显示', '“不足3”“未单列”是为了不让人猜出是谁'),
    address(),
  ],
  key: [],
  links: [{ columns: ['measure', 'year'], dataset: 'measures', of: ['id', 'year'] }],
  dated: 'on',
};

const commitments: Dataset = {
  name: 'commitments',
  title: '承诺',
  about: '年度报告作出的承诺，一项一行：问题、完成标准、责任岗位、期限和现在的状态。是不是逾期，请看期限过了没有。',
  columns: [
    commitment('id', { title: '承诺编号' }),
    column('report', '报告年份', '写在哪一年的报告里'),
    commitment('title'),
    commitment('problem'),
    commitment('source'),
    commitment('standard', { help: '做到什么程度算完成' }),
    commitment('measure'),
    commitment('owner'),
    column('firstDue', '最初期限', '第一次承诺的期限，延期也不改', { type: 'date' }),
    column('due', '现在的期限', '没有延期的与最初期限相同', { type: 'date' }),
    commitment('history.state', { title: '状态', help: '' }),
    column('updated', '最近进展', '最近一次登记经过的日子', { type: 'date', required: false }),
    address(),
  ],
  key: ['id'],
  links: [],
  dated: 'updated',
};

const commitmentSteps: Dataset = {
  name: 'commitment-steps',
  title: '承诺办理经过',
  about: '每项承诺每次登记的进展一行，按日期先后：办到哪一步、谁登记、谁验收、有什么佐证。',
  columns: [
    column('commitment', '承诺编号', '是哪一项，见“承诺”表'),
    commitment('history.on'),
    column('state', '状态', '销号后问题重现的后面写“（反弹）”'),
    commitment('history.note', { help: '做了什么；延期、终止的原因' }),
    commitment('history.by'),
    commitment('history.verifier', { help: '' }),
    column('evidence', '佐证', '报道、会议、文件的名称', { type: 'list', required: false }),
    address(),
  ],
  key: [],
  links: [{ columns: ['commitment'], dataset: 'commitments', of: ['id'] }],
  dated: 'on',
};

/** Tables of what was reached and promised. */
export const resultDatasets: readonly Dataset[] = [figures, measures, measureEntries, commitments, commitmentSteps];
