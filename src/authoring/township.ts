import type { z } from 'astro/zod';
import { siteSchema } from '../schemas/site.ts';
import { ask, type Question, type Terminal } from './ask.ts';
import type { Given } from './create-entry.ts';

/** What a township says of itself before its site begins. Nothing of it is made up: what is not known stays out. */
export interface Township {
  township: string;
  county: string;
  url: string;
  office: string;
  phone: string;
  address: string;
  hours: string;
  villages: string[];
  industries: string[];
  /** Short names: `柳湾村党支部`. */
  branches: string[];
}

const HOURS = '周一至周五 8:30–12:00，14:30–17:30';
/** Until the real address is approved: a name that can belong to nobody. */
const NO_ADDRESS = 'https://site.example';

const MANY = { many: true, distinct: true };

const { shape } = siteSchema;
const contact = shape.contact.shape;

function checked(flag: string, message: string, schema: z.ZodType, more: Partial<Question> = {}): Question {
  const problem = (answer: string): string | undefined => schema.safeParse(answer).error?.issues[0]?.message;
  return { flag, message, problem, ...more };
}

/** Asks what a new township's site needs; flags answer without being asked. */
export async function askTownship(given: Given, terminal: Terminal | undefined): Promise<Township> {
  const many = (question: Question): Promise<string[]> => ask(question, given[question.flag] ?? [], terminal);
  const one = async (question: Question): Promise<string> => (await many(question))[0] ?? '';
  const name = shape.villages.element.shape.name;
  const township = await one(checked('township', '乡镇名称（写全，如“柳河镇”）', shape.township));
  return {
    township,
    county: await one(checked('county', '所属县区（写全，如“云山省清水县”）', shape.county.unwrap())),
    url: await one(checked('url', '网址（还没批下来就直接回车，批下来再改）', shape.url, { initial: NO_ADDRESS })),
    office: await one(checked('office', '对外的办公室', contact.office, { initial: `${township}党群服务中心` })),
    phone: await one(checked('phone', '办公电话（区号-号码）', contact.phone)),
    address: await one(checked('address', '办公地址', contact.address)),
    hours: await one(checked('hours', '办公时间', contact.hours, { initial: HOURS })),
    villages: await many(checked('village', '村和社区，一个一个写', name, MANY)),
    industries: await many(checked('industry', '主要产业，一个一个写，如“茶叶”', name, MANY)),
    branches: await many(checked('branch', '党支部的简称，一个一个写，如“柳湾村党支部”', name, { ...MANY, optional: true })),
  };
}
