import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { personalMetadata } from '../documents/photo.ts';
import { photosInSvg, svgRisk } from './svg-risks.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`;

describe('a drawing', () => {
  it.each([
    ['<script>1</script>', 'runs'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', 'runs'],
    ['<rect\nonload="1"/>', 'runs'],
    ['<a xlink:href="java&#115;cript:1"><text>图</text></a>', 'runs'],
    ['<a href="&#x6A;avascript:1"><text>图</text></a>', 'runs'],
    ['<image href="https://x.example.cn/a.png"/>', 'outside'],
    ["<image xlink:href='//x.example.cn/a.png'/>", 'outside'],
    ['<style>@import "a.css";</style>', 'outside'],
    ['<rect fill="url(https://x.example.cn/a.svg#b)"/>', 'outside'],
    ['<rect fill="url(#b)"/><use href="#b"/><text>see https://x.example.cn/</text>', undefined],
    ['<metadata><cc:license rdf:resource="http://creativecommons.org/ns#"/></metadata>', undefined],
    ['<image href="data:image/png;base64,AAAA"/>', undefined],
  ])('%s: %s', (inside, risk) => {
    expect(svgRisk(svg(inside))).toBe(risk);
  });

  it('may carry its document type, but no entities', () => {
    const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"';
    expect(svgRisk(`${type}>${svg('')}`)).toBeUndefined();
    expect(svgRisk(`${type} [<!ENTITY a "1">]>${svg('&a;')}`)).toBe('runs');
  });

  it('gives the photographs that are packed into it', async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#486' } })
      .withExif({ IFD0: { Artist: 'Zhang' } })
      .jpeg()
      .toBuffer();
    const packed = photosInSvg(svg(`<image href="data:image/jpeg;base64,${photo.toString('base64')}"/>`));
    expect(packed.map((bytes) => personalMetadata(bytes))).toEqual([['作者']]);
  });
});
