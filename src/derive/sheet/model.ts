import type { Content } from '../../schemas/content.ts';
import type { CollectionName } from '../../schemas/index.ts';

/** The content at one moment, as a sheet compares it. */
export interface SheetSide {
  content: Content;
  /** Of each entry (`news/2026/…`) its body. */
  bodies: ReadonlyMap<string, string>;
  /** What `terms.yaml`, `people.yaml` and `exceptions.yaml` say. */
  tables: ReadonlyMap<TableName, unknown>;
  /** Files that cannot be read as what they should be; nothing in them is in `content`. */
  unreadable: ReadonlySet<string>;
}

/** A file that is not the same, with a name for its bytes then and now; undefined where it does not exist. */
export interface ChangedFile {
  path: string;
  was: string | undefined;
  is: string | undefined;
}

export type TableName = 'terms' | 'people' | 'exceptions';

/** What fields belong to: the schema that names them. */
export type FieldKind = CollectionName | TableName | 'site' | 'standards' | 'meetings' | 'figures' | 'commitments';

/** The Chinese name of the field at a path into a value: `办公电话（contact phone）`. */
export type NameOf = (kind: FieldKind, value: unknown, path: (string | number)[]) => string;

export interface SheetRow {
  change: '新增' | '修改' | '换网址' | '撤下' | '删除' | '不再公开';
  /** Address below the site's root, or the place of a figure or promise. */
  place: string;
  title: string;
  /** What differs, in words; a line each. */
  details: string[];
}

/** What a change alters for readers. */
export interface Sheet {
  pages: SheetRow[];
  feeds: SheetRow[];
  figures: SheetRow[];
  promises: SheetRow[];
  /** Entries that were touched and that nobody sees now. */
  unseen: SheetRow[];
  /** Files that were touched and are in none of the lists above. */
  others: SheetRow[];
  /** Pages that change because of the rows above: lists, the home page. */
  follow: string[];
}

/** Before and after. */
export interface Sides {
  before: SheetSide;
  after: SheetSide;
}
