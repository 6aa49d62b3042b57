import { describe, expect, it } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { attributionInWords, countryName, eventName, officeOf } from '../../../src/model/event-prose';
import { makeActor, makeDataset, makeEvent } from '../../support/make-dataset';

const t = makeTranslate('en', english);
const actors = [
  makeActor('kerry', {
    label: 'John Kerry',
    offices: [{ title: 'Secretary of State', country: 'US', asOf: '2016-02-24' }],
  }),
  makeActor('lavrov', { label: 'Sergey Lavrov' }),
  makeActor('un', { label: 'UN' }),
];

function nameOf(sketch: Parameters<typeof makeEvent>[0]): string {
  const event = makeEvent(sketch);
  return eventName(event, makeDataset([event], { actors }), t);
}

describe('an event’s name', () => {
  it('puts the headline first, then date, kind and who acts', () => {
    expect(nameOf({ label: 'Phone call on modalities', participants: ['kerry', 'lavrov', ['un', 'referenced']] })).toBe(
      'Phone call on modalities. 24 Feb 2016. Talks, cooperation. John Kerry, Sergey Lavrov',
    );
  });

  it('takes the title where the label was cut from it', () => {
    expect(
      nameOf({ title: 'Ministers of A and B discuss what comes next.', label: 'Ministers of A and B discuss…' }),
    ).toBe('Ministers of A and B discuss what comes next. 24 Feb 2016. Talks, cooperation');
  });

  it('names everybody where nobody acts, each once', () => {
    expect(
      nameOf({
        label: 'Praise',
        participants: [
          ['un', 'subject'],
          ['un', 'addressee'],
        ],
      }),
    ).toBe('Praise. 24 Feb 2016. Talks, cooperation. UN');
  });

  it('says what is announced, and leaves no gap for a missing type', () => {
    expect(nameOf({ label: 'Start', type: undefined, tone: 'neutral', announced: true, participants: ['un'] })).toBe(
      'Start. announced for 24 Feb 2016. Event, neutral. UN',
    );
  });
});

it('prints who says so', () => {
  expect(attributionInWords({ voice: 'TASS', via: 'a Russian Foreign Ministry official' }, t)).toBe(
    'TASS, citing a Russian Foreign Ministry official',
  );
  expect(attributionInWords({ voice: 'TASS', via: undefined }, t)).toBe('TASS');
});

it('gives the office held at the time before the one on the actor’s card', () => {
  const kerry = makeActor('kerry', { offices: [{ title: 'Secretary of State', country: 'US', asOf: undefined }] });
  const earlier = {
    ...makeEvent(),
    participants: [{ actor: 'kerry', role: 'party' as const, office: 'Senator', claimedBy: undefined }],
  };
  expect([officeOf(kerry, earlier), officeOf(kerry, makeEvent()), officeOf(kerry), officeOf(makeActor('un'))]).toEqual([
    'Senator',
    'Secretary of State',
    'Secretary of State',
    undefined,
  ]);
});

it('names countries in Russian as everybody there does', () => {
  const russian = makeTranslate('ru', english);
  expect([countryName('US', russian), countryName('RU', russian), countryName('US', russian, 'long')]).toEqual([
    'США',
    'Россия',
    'Соединенные Штаты',
  ]);
  expect(countryName('US', t)).toBe('United States');
});

it('names countries, and keeps a code that has no name', () => {
  expect([countryName('SY', t), countryName('QX', t), countryName('nowhere', t)]).toEqual(['Syria', 'QX', 'nowhere']);
});
