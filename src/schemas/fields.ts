import { z } from 'astro/zod';
import { day } from './dates.ts';
import { field } from './field.ts';

/** Collections that can be pointed at, and the lists of `site.yaml` that are pointed at in the same way. */
export type ReferenceTarget =
  'news' | 'branches' | 'cooperatives' | 'reports' | 'columns' | 'villages' | 'industries' | 'standards';

/** An id of another entry (its folder below the collection) or of an item of a list in `site.yaml`. The gate checks that it exists. */
export const idOf = (target: ReferenceTarget): z.ZodString =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9/-]*$/, {
      error: '这里要写编号（小写字母、数字和短横线），不写中文名称 → 到对应的文件夹或 site.yaml 里查编号',
    })
    .meta({ reference: target });

/** A short id made by the author: lower-case letters, digits, hyphens. */
export const slug = (): z.ZodString =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '编号只能用小写字母、数字和短横线 → 例如 shi-qiao' });

/** Where an entry stood before: its folder, with or without the collection's, as addresses write it. */
export const formerPath = (): z.ZodString =>
  z.string().regex(/^\/?[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\/?$/, {
    error: '旧路径只写文件夹那一段，不写 https:// 和网站名 → 例如 2025/0318-chun-cha',
  });

/** Text of a given length in characters. */
export const text = (min: number, max: number): z.ZodString => z.string().min(min).max(max);

/** A post (岗位), never a person's name: 党建办主任, 石桥村党支部书记. */
export const post = (): z.ZodString => text(2, 30).meta({ role: 'post' });

/** The post that answers for a figure or a promise: one of `posts` in site.yaml, so that its writing is always the same. */
export const ownerPost = (): z.ZodString => text(2, 30).meta({ role: 'owner' });

/** An office telephone: landline with area code, hotline, or 400 number. Personal mobile numbers are refused. Basis: domain rules on privacy. */
export const officePhone = (): z.ZodString =>
  z
    .string({
      error: (issue) => (typeof issue.input === 'number' ? `电话要加引号 → 写成 "${String(issue.input)}"` : undefined),
    })
    .refine((value) => /^(0\d{2,3}-\d{7,8}(-\d{1,5})?|400-?\d{3}-?\d{4}|1\d{4}|11\d)$/.test(value), {
      error: (issue) =>
        /^1[3-9]\d{9}$/.test(String(issue.input))
          ? '这里不公布个人手机号 → 换成办公电话，例如 0000-8765432'
          : '办公电话的写法不对 → 写成“区号-号码”，例如 0000-8765432，或热线 12345',
    });

/** A file beside the entry, as a relative path: `./图.jpg` is written `tu.jpg`. */
export const fileBeside = (): z.ZodString => z.string().min(1).meta({ format: 'file-path' });

/** 万元, with at most two decimals: the only unit of money in content. Branded, so that it is never added to a plain number. */
export const wanYuan = () =>
  z
    .number()
    .min(0)
    .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), {
      error: '金额以万元为单位，最多写两位小数 → 四舍五入到两位',
    })
    .brand<'WanYuan'>();

/** Money in 万元. */
export type WanYuan = z.infer<ReturnType<typeof wanYuan>>;

/** 亩, with at most two decimals. */
export const mu = (): z.ZodNumber => z.number().min(0).max(1_000_000);

/** A count of things or persons. */
export const count = (): z.ZodInt => z.int().min(0);

/** A share as its two numbers; the percentage is computed, never typed. */
export const share = () =>
  z
    .strictObject({
      part: field(z.number().min(0), '部分'),
      whole: field(z.number().gt(0), '总数'),
    })
    .refine(({ part, whole }) => part <= whole, { error: '部分比总数还大 → 核对两个数', path: ['part'] });

/** A picture beside the entry, as a relative path. The loader hands the paths to Astro, which sizes the pictures. */
export const picturePath = (): z.ZodString => z.string().min(1).meta({ format: 'image-path' });

/** A picture with the text that replaces it, and consent where persons can be recognised. */
export const photo = () =>
  z.strictObject({
    src: field(picturePath(), '图片文件', '与 index.mdx 放在同一个文件夹里，文件名用小写字母和数字', './meeting.jpg'),
    alt: field(text(4, 80), '替代文字', '看不到图片的人靠它知道画面内容：写清谁在哪里做什么'),
    caption: field(text(2, 80), '图片说明').optional(),
    credit: field(text(2, 30), '拍摄或绘制').optional(),
    consent: field(
      z.strictObject({ on: field(day(), '同意日期'), by: field(text(2, 40), '由谁取得', '写岗位，不写姓名') }),
      '本人同意',
      '画面里能认出具体的人时填写',
    ).optional(),
  });

/** A document offered beside an entry. WeChat blocks downloads, so it needs a sentence that says what is inside. */
export const attachment = () =>
  z.strictObject({
    file: field(fileBeside(), '附件文件', undefined, './gongshi.pdf'),
    title: field(text(2, 60), '附件名称'),
    summary: field(text(4, 200), '内容摘要', '微信里打不开附件，用一两句话写清里面有什么').optional(),
  });

/** A recording of the text, read by a person. */
export const audio = () =>
  z.strictObject({
    file: field(fileBeside(), '录音文件', 'mp3 或 m4a', './langdu.mp3'),
    seconds: field(z.int().min(1), '时长（秒）'),
    reader: field(text(2, 30), '朗读者', '写岗位或“镇广播站”').optional(),
  });
