import { expect, it } from 'vitest';
import { typedPaths } from './typed-paths.ts';

it.each<[string, string, string[]]>([
  ['typed, with blanks', '  春耕 照片/IMG 001.jpg ', ['春耕 照片/IMG 001.jpg']],
  ['copied in Windows', '"C:\\Users\\党建办\\Pictures\\春耕 1.jpg"', ['C:\\Users\\党建办\\Pictures\\春耕 1.jpg']],
  ['typed in Windows', 'C:\\Users\\春耕 (1).jpg', ['C:\\Users\\春耕 (1).jpg']],
  ['dragged into PowerShell', "& 'C:\\照片\\春耕 1.jpg'", ['C:\\照片\\春耕 1.jpg']],
  ['dragged on a Mac, two at once', '/Users/a/春耕\\ \\(1\\).jpg /Users/a/b.jpg', ['/Users/a/春耕 (1).jpg', '/Users/a/b.jpg']],
  ['dragged on Linux, two at once', "'/home/a/春耕 1.jpg' '/home/a/b.jpg' ", ['/home/a/春耕 1.jpg', '/home/a/b.jpg']],
  ['with Chinese quotes', '“/home/a/春耕 1.jpg”', ['/home/a/春耕 1.jpg']],
  ['as an address', 'file:///home/a/%E6%98%A5%E8%80%95.jpg', ['/home/a/春耕.jpg']],
  ['nothing', '  ', []],
])('understands a path %s', (_how, answer, paths) => {
  expect(typedPaths(answer)).toEqual(paths);
});
