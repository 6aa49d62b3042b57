/** Heads of drafts and texts are apart, so that a list of them reads no text; handles of files stand by the draft's id. */
const STORES = ['drafts', 'texts', 'handles'] as const;
type StoreName = (typeof STORES)[number];

/** One step in the database: all that it writes is there afterwards, or nothing of it. */
export interface Step {
  readonly get: (store: StoreName, key: string) => Promise<unknown>;
  readonly keys: (store: StoreName, prefix: string) => Promise<readonly string[]>;
  readonly put: (store: StoreName, key: string, value: unknown) => void;
  readonly remove: (store: StoreName, key: string) => void;
}

export interface DraftDatabase {
  /** Runs `act`, which waits for nothing but the step itself. Rejects with what the browser refuses. */
  readonly step: <Result>(mode: IDBTransactionMode, act: (step: Step) => Promise<Result>) => Promise<Result>;
  readonly close: () => void;
}

const NAME = 'diplomatic-timeline';

/**
 * The browser's own database. Opened when it is needed first; where that is refused (a sandboxed frame throws as soon as
 * it is named, some browsers in private windows) each step rejects, and the next one asks again.
 */
export function openDraftDatabase(factory: () => IDBFactory = () => indexedDB): DraftDatabase {
  let opening: Promise<IDBDatabase> | undefined;
  let isClosed = false;
  const open = (): Promise<IDBDatabase> => {
    opening ??= opened(factory, () => {
      opening = undefined;
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    try {
      return (await open()).transaction(STORES, mode);
    } catch (error) {
      // The browser has let go of it meanwhile; once more, and then it is refused.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      opening = undefined;
      return (await open()).transaction(STORES, mode);
    }
  };
  return {
    step: async (mode, act) => {
      if (isClosed) throw new Error('The page is gone');
      const transaction = await begin(mode);
      const ended = endOf(transaction);
      try {
        const result = await act(stepIn(transaction));
        await ended;
        return result;
      } catch (error) {
        // What made it fail is told by the error at hand.
        ended.catch(() => undefined);
        abort(transaction);
        throw transaction.error ?? error;
      }
    },
    close: () => {
      isClosed = true;
      opening?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

function opened(factory: () => IDBFactory, onGone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(NAME, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const store of STORES) request.result.createObjectStore(store);
    });
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('versionchange', () => {
        database.close();
        onGone();
      });
      database.addEventListener('close', onGone);
      resolve(database);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing')));
    request.addEventListener('blocked', () => reject(new Error('Another tab holds the database')));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const name of ['abort', 'error'])
      transaction.addEventListener(name, () => reject(transaction.error ?? new Error('The browser keeps nothing')));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function stepIn(transaction: IDBTransaction): Step {
  const store = (name: StoreName): IDBObjectStore => transaction.objectStore(name);
  return {
    get: (name, key) => answerTo(store(name).get(key)),
    keys: async (name, prefix) => {
      const keys = await answerTo(
        prefix === ''
          ? store(name).getAllKeys()
          : store(name).getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uFFFF`, false, true)),
      );
      return keys.filter((key) => typeof key === 'string');
    },
    put: (name, key, value) => void store(name).put(value, key),
    remove: (name, key) => void store(name).delete(key),
  };
}

function answerTo<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing')));
  });
}
