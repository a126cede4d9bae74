import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { pinyinSlug } from '../lib/pinyin-slug.ts';
import { choicesOf } from './choices.ts';
import { entryKinds, type Draft, type EntryKind } from './kinds.ts';
import { newEntry } from './new-entry.ts';
import type { Township } from './township.ts';
import type { Known } from './yaml-template.ts';

/** 镇, 乡, 街道: what the posts of the sample begin with. */
const suffixOf = (township: string): string => /(街道|镇|乡)$/.exec(township)?.[1] ?? '';

/**
 * A new township's `content/`, path → text: its settings, and drafts with blanks for its branches and standing pages. Columns, hotlines
 * and posts are taken over from the sample, because every township has them; names and numbers are not.
 * @param site the text of the sample's `site.yaml`
 */
export function starterFiles(site: string, township: Township, today: string): Map<string, string> {
  const villages = named(township.villages, '村');
  const choices = choicesOf({
    site: { columns: [], villages, industries: named(township.industries) },
    branches: [],
    cooperatives: [],
  });
  const files = new Map([['content/site.yaml', siteYaml(site, township, today)]]);
  const add = (id: string, folder: string, known: Known): void => {
    const kind = entryKinds.find((candidate) => candidate.id === id);
    if (kind === undefined) throw new Error(`no kind of entry is called ${id}`);
    for (const [name, text] of newEntry(asDraft(kind, known), unknown(today), choices))
      files.set(`content/${folder}/${name}`, text);
  };
  for (const { id, name } of named(township.branches, '党支部', '支部', '村')) {
    const village = villages.find((candidate) => name.startsWith(candidate.name));
    add('branch', `branches/${id}`, {
      shortName: name,
      kind: name.includes('联合') ? '联合党支部' : '党支部',
      ...(village === undefined ? {} : { setting: village.name.endsWith('社区') ? '社区' : '村', villages: [village.id] }),
    });
  }
  add('page', 'pages/about', { title: `关于本站与${township.township}` });
  add('page', 'pages/guide', { title: '公开指南' });
  return files;
}

const unknown = (today: string): Draft => ({ title: '', date: today, year: '', branches: [], photos: [], promises: [] });

/** Unfinished entries must not stop the site, so they begin as drafts. */
const asDraft = (kind: EntryKind, known: Known): EntryKind => ({
  ...kind,
  known: (draft) => {
    const begun = Object.entries(kind.known(draft)).filter(([key]) => key !== kind.named);
    return { draft: true, ...Object.fromEntries(begun), ...known };
  },
});

/** Names with short ids of their own. */
function named(names: readonly string[], ...without: string[]): { id: string; name: string }[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base = pinyinSlug(name, { without }) || 'no';
    let id = base;
    for (let number = 2; used.has(id); number += 1) id = `${base}-${number}`;
    used.add(id);
    return { id, name };
  });
}

/** The sample's settings with another township in them; comments stay. */
function siteYaml(text: string, answers: Township, today: string): string {
  const { township, county, url, office, phone, address, hours } = answers;
  const document = parseDocument(text);
  const sample = String(document.get('township'));
  const name = `${township}党建与发展公开网`;
  const values: [string[], unknown][] = [
    [['demo'], false],
    [['name'], name],
    [['shortName'], `${township.slice(0, township.length - suffixOf(township).length) || township}公开`],
    [['description'], String(document.get('description')).replaceAll(sample, township)],
    [['township'], township],
    [['county'], county],
    [['url'], url],
    [['organizer'], `中共${township}委员会`],
    [['undertaker'], `${township}党建工作办公室`],
    [['contact'], { office, phone, address, hours }],
    [['filing'], {}],
    [['villages'], named(answers.villages, '村')],
    [['industries'], named(answers.industries)],
    [['honestDates', 'since'], today],
    [['license', 'text'], String(document.getIn(['license', 'text'])).replaceAll(String(document.get('name')), name)],
  ];
  const posts = document.get('posts');
  if (isSeq(posts))
    values.push([['posts'], (posts.toJSON() as string[]).map((post) => post.replace(suffixOf(sample), suffixOf(township)))]);
  for (const [path, value] of values) document.setIn(path, document.createNode(value));
  for (const key of ['slogan', 'standard']) document.delete(key);
  inLines(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Lists of places and industries in one line an item, as in the sample. */
function inLines(document: Document): void {
  for (const key of ['villages', 'industries']) {
    const list = document.get(key);
    if (isSeq(list)) for (const item of list.items) if (isMap(item)) item.flow = true;
  }
}
