/** What a document holds that its author sees, and what he does not see. */
export interface DocumentFacts {
  /** Text by place: `第2页`, `工作表“名单”第3行`; cells of a row are divided by `|`. */
  texts: { place: string; text: string }[];
  /** What readers can find though it is not shown: hidden sheets, comments, deleted words. Chinese, one a kind, with how many. */
  hidden: string[];
  /** Fields that name a person or an organisation: `作者`: `张三`. */
  persons: { field: string; value: string }[];
  /** Pictures in it that tell where or by whom they were taken: `照片“a.jpg”`: `拍摄地点（定位）`. */
  pictures: { place: string; tells: string[] }[];
  /** What the tags of a recording say beside title and date: `表演者`, `备注`, `图片`. */
  recorded: string[];
  /** Why it could not be looked into; its text is then not known. */
  problem?: string;
  /** Pages of which no word can be read, as scans are; Chinese. */
  scanned?: string;
}

export const emptyFacts = (): DocumentFacts => ({ texts: [], hidden: [], persons: [], pictures: [], recorded: [] });
