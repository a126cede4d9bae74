/**
 * The clerk's folder as the editor wants it, a directory of the File System Access API, but read and written by `npm run edit` through
 * its own address: any browser will do, nobody has to find the folder, and what arrives can be looked at before it is on the disk.
 */

/** Where `npm run edit` answers for files. */
export const FILES = '/files/';
/** Says to the server that the page itself is asking: another site's page cannot send it. */
export const HEADERS = { 'X-Mingbang-Editor': '1' };

/** What each file was when the form read it; a file that changed since is not written over. */
const versions = new Map<string, string>();

const addressOf = (path: string): string => FILES + path.split('/').map(encodeURIComponent).join('/');

async function ask(
  method: string,
  path: string,
  body: BodyInit | null = null,
  headers: Record<string, string> = {},
): Promise<Response> {
  const answer = await fetch(addressOf(path), { method, body, headers: { ...HEADERS, ...headers } });
  if (answer.status === 404) throw new DOMException(path, 'NotFoundError');
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

class LocalFile {
  readonly kind = 'file';
  readonly name: string;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.name = path.slice(path.lastIndexOf('/') + 1);
  }

  async getFile(): Promise<File> {
    const answer = await ask('GET', this.#path);
    versions.set(this.#path, answer.headers.get('ETag') ?? '');
    const bytes = await answer.blob();
    const lastModified = Date.parse(answer.headers.get('Last-Modified') ?? '');
    return new File([bytes], this.name, { type: bytes.type, lastModified });
  }

  /** Written at once: the editor does not look at what goes wrong on closing. */
  createWritable(): Promise<{ write: (data: BodyInit) => Promise<void>; close: () => Promise<void> }> {
    return Promise.resolve({
      write: async (body) => {
        const answer = await ask('PUT', this.#path, body, { 'If-Match': versions.get(this.#path) ?? '' });
        versions.set(this.#path, answer.headers.get('ETag') ?? '');
        dispatchEvent(new CustomEvent('mingbang:saved', { detail: this.#path }));
      },
      close: () => Promise.resolve(),
    });
  }
}

/** A folder of the clerk's project. Only `content/` is handed out. */
export class LocalFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly #path: string;

  constructor(path = '', name = 'content') {
    this.#path = path;
    this.name = name;
  }

  #below = (name: string): string => (this.#path === '' ? name : `${this.#path}/${name}`);

  async *entries(): AsyncGenerator<[string, LocalFile | LocalFolder]> {
    const answer = await ask('GET', `${this.#path}/`);
    for (const { name, kind } of (await answer.json()) as { name: string; kind: string }[])
      yield [name, kind === 'directory' ? this.#folder(name) : new LocalFile(this.#below(name))];
  }

  #folder = (name: string): LocalFolder => new LocalFolder(this.#below(name), name);

  /** Folders come into being with their first file. */
  getDirectoryHandle(name: string): Promise<LocalFolder> {
    return Promise.resolve(this.#folder(name));
  }

  getFileHandle(name: string): Promise<LocalFile> {
    return Promise.resolve(new LocalFile(this.#below(name)));
  }

  async removeEntry(name: string): Promise<void> {
    await ask('DELETE', this.#below(name));
  }

  requestPermission(): Promise<'granted'> {
    return Promise.resolve('granted');
  }
}

/** The key under which the editor remembers the folder that was picked. */
const REMEMBERED = 'root_dir_handle';

/** Gives the editor the folder of `npm run edit`, as if the clerk had picked it before. */
export function useLocalFolder(): void {
  const folder = new LocalFolder();
  Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
  // Renaming a finished file into place is the server's work.
  if (typeof FileSystemFileHandle === 'undefined') Object.assign(window, { FileSystemFileHandle: LocalFile });
  else Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'local' }));
  // A browser's database cannot hold this folder, and need not: it is always the same one.
  const store = IDBObjectStore.prototype;
  const get = Reflect.get(store, 'get') as (key: IDBValidKey | IDBKeyRange) => IDBRequest<unknown>;
  const put = Reflect.get(store, 'put') as (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
  store.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key);
    if (key === REMEMBERED) Object.defineProperty(request, 'result', { value: folder });
    return request;
  };
  store.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    return key === REMEMBERED ? (this.count() as unknown as IDBRequest<IDBValidKey>) : put.call(this, value, key);
  };
}
