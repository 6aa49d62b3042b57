import type { Desk } from '../context/desk';
import { Heading } from '../context/Heading';
import { usePageServices } from '../context/page-services';
import { useText } from '../context/store-context';
import { useOnDesk } from '../context/use-desk';
import { useLazyModule } from '../context/use-lazy';

/** Under a timeline in which nothing is written yet: files, templates and samples, and what is kept of earlier ones. */
export function NewStart({ desk }: { readonly desk: Desk }) {
  const { origin } = useOnDesk(desk, (each) => each.draft());
  const isUntouched = useOnDesk(desk, (each) => each.past().length === 0 && each.future().length === 0);
  return origin.from === 'new' && isUntouched ? <Start /> : null;
}

function Start() {
  const t = useText();
  const { opening, writing } = usePageServices();
  const part = useLazyModule('open', opening !== undefined);
  return (
    <section className="dt-start" aria-label={t('write.start')}>
      <Heading level={2} className="dt-start-words">
        {t('write.start')}
      </Heading>
      {opening === undefined || part === undefined ? null : <part.Beginnings door={opening} />}
      {writing === undefined ? null : (
        <button type="button" className="dt-link" onClick={writing.openList}>
          {t('write.list')}
        </button>
      )}
    </section>
  );
}
