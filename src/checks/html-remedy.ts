/** Tag → how to say the same in Markdown. */
const REMEDIES: Record<string, string> = {
  br: '要分段就空一行',
  hr: '单独写一行 ---，前后各空一行',
  b: '加粗写成 **文字**',
  strong: '加粗写成 **文字**',
  i: '强调写成 *文字*',
  em: '强调写成 *文字*',
  a: '链接写成 [文字](网址)',
  img: '图片写成 ![画面内容](./文件名.jpg)',
  ul: '列表每项前面写“- ”',
  ol: '编号列表写成“1. ”',
  li: '列表每项前面写“- ”',
  table: '表格用 | 分列：| 项目 | 数量 |',
  blockquote: '引文前面写“> ”',
  p: '段落之间空一行就行，删掉标签',
  h1: '小标题写成 ## 标题',
  h2: '小标题写成 ## 标题',
  h3: '下一级小标题写成 ### 标题',
  h4: '下一级小标题写成 ### 标题',
  video: '视频先放到有资质的平台，这里写链接 [名称](网址)',
  iframe: '不能嵌入别的网页，这里写链接 [名称](网址)',
  embed: '不能嵌入别的网页，这里写链接 [名称](网址)',
  object: '不能嵌入别的网页，这里写链接 [名称](网址)',
  audio: '录音写在字段 audio 里',
};

const RUNS = new Set(['script', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'form', 'svg', 'math', 'template', 'style']);

/** Words for an HTML tag in a body. */
export function htmlRemedy(tag: string): { why: string; fix: string } {
  const name = tag.toLowerCase();
  const why = RUNS.has(name)
    ? `<${tag}> 会让读者的浏览器运行别的程序，正文里不能写`
    : `正文里不能写 HTML 标签${tag === '' ? ' <>' : ` <${tag}>`}`;
  return { why, fix: (Object.hasOwn(REMEDIES, name) ? REMEDIES[name] : undefined) ?? '删掉标签，只留文字' };
}
