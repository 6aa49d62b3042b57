import { useEffect, useRef, useState } from 'react';
import { PageDialog } from '../context/PageDialog';
import { useText } from '../context/store-context';
import { useLazy } from '../context/use-lazy';
import { useRoomStyle } from './use-room-style';
import { TEMPLATES } from './open-services';
import type { OpenDoor, OpenServices, TemplateKind } from './open-services';
import { saveFile } from '../kit/save-file';

/** Asks for a file, and has something for who has none yet. */
export function OpenDialog({ services, open }: { readonly services: OpenServices; readonly open: boolean }) {
  const t = useText();
  return (
    <PageDialog
      open={open}
      onClose={services.cancel}
      title={t('open.title')}
      close={t('open.close')}
      className="dt-open"
    >
      <p className="dt-dialog-note">{t('open.stays')}</p>
      <Bring services={services} />
      <div className="dt-open-columns">
        <Templates services={services} />
        <Samples services={services} />
      </div>
    </PageDialog>
  );
}

/** The same in the page, side by side: for a timeline in which nothing is written yet. */
export function Beginnings({ door }: { readonly door: OpenDoor }) {
  const place = useRef<HTMLDivElement>(null);
  useRoomStyle(place);
  const services = useLazy(door.services);
  useEffect(() => door.want(), [door]);
  return (
    <div ref={place} className="dt-open-beginnings">
      {services === undefined ? null : (
        <>
          <Bring services={services} />
          <Templates services={services} />
          <Samples services={services} />
        </>
      )}
    </div>
  );
}

function Bring({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="dt-open-bring" aria-label={t('open.bring')}>
      <h3>{t('open.bring')}</h3>
      <p>{t('open.bring.how')}</p>
      <div className="dt-open-acts">
        <button type="button" className="dt-button dt-button--main" onClick={() => input.current?.click()}>
          {t('open.choose')}
        </button>
        <PasteButton services={services} />
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('open.choose')}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same file, mended meanwhile, can be chosen once more.
            currentTarget.value = '';
            if (files.length > 0) services.takeFiles(files);
          }}
        />
      </div>
      <p className="dt-open-kinds">{t('open.kinds')}</p>
    </section>
  );
}

/** A browser may let a page read what was copied when its reader asks for it; where not, there are the keys. */
function PasteButton({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const [isRefused, setRefused] = useState(false);
  const paste = async (): Promise<void> => {
    try {
      services.takeText(await navigator.clipboard.readText());
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <button type="button" className="dt-button" onClick={() => void paste()}>
        {t('open.paste')}
      </button>
      <output className="dt-open-told">{isRefused ? t('open.paste.keys') : ''}</output>
    </>
  );
}

function Templates({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const save = (kind: TemplateKind): void => void services.template(kind).then(saveFile);
  return (
    <section aria-label={t('open.templates')}>
      <h3>{t('open.templates')}</h3>
      <ul className="dt-open-list">
        {TEMPLATES.map((kind) => (
          <li key={kind}>
            <button type="button" className="dt-link" onClick={() => save(kind)}>
              {t(`open.template.as.${kind}`)}
            </button>
            <span className="dt-meta" dir="ltr">
              .{kind === 'notebook' ? 'txt' : kind}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Samples({ services }: { readonly services: OpenServices }) {
  const t = useText();
  return (
    <section aria-label={t('open.samples')}>
      <h3>{t('open.samples')}</h3>
      <ul className="dt-open-list">
        {services.samples().map(({ id, title, count, of }) => (
          <li key={id}>
            <button type="button" className="dt-link" onClick={() => services.takeSample(id)}>
              {title}
            </button>
            <span className="dt-meta">{t(of === 'rows' ? 'open.rows' : 'open.events', { n: count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
