import { CONTRACT_VERSION, datasets } from '../derive/datasets/contract.ts';
import type { Column } from '../derive/datasets/column.ts';
import { cellText, dataCsv, dataJson } from '../outputs/data-files.ts';
import type { DataPackageInput } from '../outputs/datapackage.ts';
import { absolute, href, paths } from './addresses.ts';
import type { DataDictionaryView, DataFiles, DataIndexView, DataTableView } from './views/data.ts';
import { dataTables, type DataTable } from './datasets/index.ts';
import { frame, head } from './frame.ts';
import { recordBranches } from './records.ts';
import { reportsWithFigures } from './results.ts';
import { staticPath } from './shared.ts';
import { store, type Store } from './store.ts';
import type { Link, StaticPath } from './views/page.ts';

/** Pages below `/data/`: they are there whatever the content. */
export const dataPages: { path: string; text: string }[] = [
  ...datasets.map(({ name, title }) => ({ path: paths.dataTable(name), text: `数据：${title}` })),
  { path: paths.dataDictionary, text: '数据字典' },
];

const dictionary: Link = { href: href(paths.dataDictionary), text: '数据字典' };
const trail: Link[] = [{ href: href(paths.data), text: '开放数据' }];

const licence = ({ license, name }: Store['site']): { name: string; text: string } =>
  license ?? { name: '署名即可使用', text: `可以免费使用、转载和加工，请注明“来源：${name}”和取用日期。` };

const bytes = (text: string): number => Buffer.byteLength(text);
const size = (text: string): string => `${Math.max(1, Math.round(bytes(text) / 1024))}KB`;

function files(table: DataTable): DataFiles {
  const { name } = table.dataset;
  return {
    csv: { href: href(paths.dataFile(name, 'csv')), text: `CSV（WPS表格可以打开，${size(dataCsv(table))}）` },
    json: { href: href(paths.dataFile(name, 'json')), text: `JSON（给程序用，${size(dataJson(table))}）` },
  };
}

/** `/data/`: every table, what it is good for, and on what terms. */
export async function dataIndex(): Promise<DataIndexView> {
  const { site } = await store();
  const tables = await dataTables();
  return {
    frame: await frame(paths.data),
    head: await head({
      title: '开放数据',
      description: `${site.name}公开的${tables.length}张数据表：党支部、组织生活、产业、动态、数字和承诺，可以下载、核对和再利用。`,
      path: paths.data,
    }),
    tables: tables.map((table) => ({
      ...files(table),
      page: { href: href(paths.dataTable(table.dataset.name)), text: table.dataset.title },
      about: table.dataset.about,
      rows: table.rows.length,
      last: table.last,
    })),
    licence: licence(site),
    version: CONTRACT_VERSION,
    dictionary,
    descriptor: { href: href(paths.dataPackage), text: 'datapackage.json' },
  };
}

/** What a page of a table shows at most: it has to open on a slow line. */
const ROWS = 100;
const CHARACTERS = 10_000;
/** Cells of more characters than this make a wide column. */
const LONG = 20;

/** Each table as a page, for those who cannot download. */
export async function dataTablePaths(): Promise<StaticPath<DataTableView, { dataset: string }>[]> {
  const content = await store();
  return Promise.all(
    (await dataTables()).map(async (table) => {
      const { name, title, about, columns } = table.dataset;
      const shown = readingOrder(
        columns.filter(({ key }) => key !== 'url'),
        table.rows,
      );
      const rows = firstRows(table, shown);
      const view: DataTableView = {
        frame: await frame(paths.data),
        head: await head({ title: `数据：${title}`, description: about, path: paths.dataTable(name), trail }),
        title,
        about,
        files: files(table),
        last: table.last,
        total: table.rows.length,
        columns: shown.map((column, index) => ({
          title: column.title,
          look: index === 0 ? undefined : look(column, table.rows),
        })),
        rows,
        places: table.rows.length === 0 ? [] : places(content, name),
        dictionary: { ...dictionary, href: `${dictionary.href}#${name}` },
        licence: licence(content.site),
      };
      return staticPath({ dataset: name }, view);
    }),
  );
}

const texts = ({ key }: Column, rows: DataTable['rows']): string[] =>
  rows.map((row) => cellText(row[key])).filter((text) => text !== '');

function look(column: Column, rows: DataTable['rows']): DataTableView['columns'][number]['look'] {
  if (column.type === 'number' || column.type === 'integer') return 'number';
  if (column.type === 'date') return 'day';
  return texts(column, rows).some((text) => text.length > LONG) ? 'long' : undefined;
}

/** An identifier for programs, such as `qinghe-chuncha`. */
const SLUG = /^[a-z0-9/-]*[a-z][a-z0-9/-]*$/;

/** The columns as a person on a phone reads them: what the row is called, what is short, what is long, what is for programs. */
function readingOrder(columns: readonly Column[], rows: DataTable['rows']): Column[] {
  const isSlug = (column: Column): boolean => {
    const values = texts(column, rows);
    return values.length > 0 && values.every((text) => SLUG.test(text));
  };
  const [first, ...others] = columns.filter((column) => !isSlug(column));
  const isLong = (column: Column): boolean => look(column, rows) === 'long';
  return [
    ...(first === undefined ? [] : [first]),
    ...others.filter((column) => !isLong(column)),
    ...others.filter(isLong),
    ...columns.filter(isSlug),
  ];
}

function firstRows({ rows }: DataTable, shown: readonly Column[]): DataTableView['rows'] {
  let characters = 0;
  const result: DataTableView['rows'] = [];
  for (const row of rows.slice(0, ROWS)) {
    const cells = shown.map(({ key }) => cellText(row[key]));
    characters += cells.join('').length;
    if (characters > CHARACTERS) break;
    result.push({ href: cellText(row['url']).replace(new URL(absolute(paths.home)).origin, ''), cells });
  }
  return result;
}

/** Where all that a table holds can be read as pages. */
function places(content: Store, name: string): Link[] {
  switch (name) {
    case 'branches':
      return [{ href: href(paths.branches), text: '党支部' }];
    case 'meetings':
      return recordBranches(content).map(({ id, fields }) => ({
        href: href(paths.records(id)),
        text: `${fields.shortName}的历年记录`,
      }));
    case 'news':
      return [{ href: href(paths.news()), text: '动态' }];
    case 'figures':
      return reportsWithFigures(content).map(({ id }) => ({ href: href(paths.yearResults(id)), text: `${id}年全部数字` }));
    case 'measures':
    case 'measure-entries':
      return [{ href: href(paths.results), text: '工作成果' }];
    case 'commitments':
    case 'commitment-steps':
      return [{ href: href(paths.commitments), text: '承诺台账' }];
    default:
      return [{ href: href(paths.cooperatives), text: '产业' }];
  }
}

const KINDS: Record<Column['type'], string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  date: '日期（年-月-日）',
  list: '多项，CSV里用“；”隔开',
};

/** `/data/dictionary/`: what every column means, as the model of the content says it. */
export async function dataDictionary(): Promise<DataDictionaryView> {
  const { site } = await store();
  return {
    frame: await frame(paths.data),
    head: await head({
      title: '数据字典',
      description: `${site.name}开放数据每张表有哪些列、每一列是什么意思。`,
      path: paths.dataDictionary,
      trail,
    }),
    version: CONTRACT_VERSION,
    tables: datasets.map(({ name, title, columns }) => ({
      id: name,
      page: { href: href(paths.dataTable(name)), text: title },
      columns: columns.map((column) => ({
        title: column.title,
        key: column.key,
        kind: column.options === undefined ? KINDS[column.type] : column.options.join('、'),
        required: column.required,
        help: column.help,
      })),
    })),
  };
}

/** What `datapackage.json` is made of. */
export async function dataDescriptor(): Promise<DataPackageInput> {
  const { site } = await store();
  const home = absolute(paths.data);
  return {
    name: `${new URL(home).host.replace(/[^a-z0-9]+/g, '-')}-data`,
    title: `${site.name}开放数据`,
    description: `${site.description}数据与本站网页一致，涉及案件、低保、信访的小数目不写数。`,
    homepage: home,
    version: CONTRACT_VERSION,
    publisher: site.organizer,
    licence: { title: licence(site).name, path: `${home}#licence` },
    tables: (await dataTables()).map((table) => ({
      dataset: table.dataset,
      csvBytes: bytes(dataCsv(table)),
      jsonBytes: bytes(dataJson(table)),
    })),
  };
}
