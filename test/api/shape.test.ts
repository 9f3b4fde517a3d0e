import { describe, expect, it } from '@jest/globals';
import { commandDtos } from '../../src/api/dto/command-dtos.js';
import { FactDto, fieldsOf, whenOf } from '../../src/api/dto/fact.dto.js';
import { AuditQuery, MeetingsQuery, SearchQuery } from '../../src/api/dto/query.dto.js';
import { fieldTexts } from '../../src/api/field-texts.js';
import { shape } from '../../src/api/shape.pipe.js';
import type { CommandType } from '../../src/domain/commands.js';

const faults = (type: CommandType, plain: unknown) =>
  shape<object>(commandDtos[type], plain).errors.map(({ pointer, code }) => `${pointer} ${code}`);

const decision = {
  body: 'sra',
  title: 'Färdplan',
  points: [{ kinds: ['endorsed'], text: 'ställer sig bakom' }],
};

describe('the shape of a command', () => {
  it('is kept when it is right, without fields that were left out', () => {
    const { value, errors } = shape(commandDtos.GiveAssignment, { body: 'sra', title: 'Utreda' });
    expect(errors).toEqual([]);
    expect({ ...value }).toEqual({ body: 'sra', title: 'Utreda' });
    expect(Object.keys(value)).toEqual(['body', 'title']);
  });

  it('parts time and source from the command itself', () => {
    const { value } = shape(commandDtos.CancelMeeting, {
      reason: 'Storm',
      statedAt: '2026-03-19',
      occurred: null,
    });
    expect(fieldsOf(value)).toEqual({ reason: 'Storm' });
    expect(whenOf(value)).toEqual({ statedAt: '2026-03-19', occurred: null });
    expect(whenOf(new FactDto())).toEqual({});
  });

  it.each<[string, CommandType, unknown, string[]]>([
    ['missing fields', 'GiveAssignment', {}, ['/body required', '/title required']],
    ['an unknown field', 'CancelMeeting', { skäl: 'x' }, ['/skäl unknownField']],
    ['a name every object has', 'CancelMeeting', { hasOwnProperty: 1 }, ['/hasOwnProperty unknownField']],
    ['null where nothing was meant', 'CancelMeeting', { reason: null }, ['/reason text']],
    ['a number for a text', 'CancelMeeting', { reason: 7 }, ['/reason text']],
    ['a long text', 'OpenMatter', { body: 'sra', title: 'x'.repeat(301) }, ['/title tooLong']],
    ['a control character', 'CancelMeeting', { reason: 'a\u0000b' }, ['/reason text']],
    ['half a surrogate pair', 'CancelMeeting', { reason: 'a\ud800b' }, ['/reason text']],
    ['an id that is none', 'NameRecipient', { recipient: '../etc' }, ['/recipient id']],
    ['a word that is none', 'CloseAssignment', { outcome: 'replaced' }, ['/outcome oneOf']],
    ['half a point', 'MarkNoActionNeeded', { point: 1.5 }, ['/point integer']],
    ['point zero', 'MarkNoActionNeeded', { point: 0 }, ['/point range']],
    ['yes', 'MoveDeadline', { to: 'juni', reasonStated: 'ja' }, ['/reasonStated boolean']],
    [
      'a role that is none in a list',
      'GiveAssignment',
      { body: 'a', title: 'b', responsible: ['r1', 'x y'] },
      ['/responsible/1 id'],
    ],
    ['no list', 'DispatchDecision', { to: 'alla' }, ['/to list']],
    ['an empty list', 'DispatchDecision', { to: [] }, ['/to listSize']],
    ['no points', 'RecordDecision', { ...decision, points: [] }, ['/points listSize']],
    [
      'a point that is nothing',
      'RecordDecision',
      { ...decision, points: [...decision.points, null] },
      ['/points/1 object'],
    ],
    [
      'a point that is a list',
      'RecordDecision',
      { ...decision, points: [[...decision.points]] },
      ['/points/0 object'],
    ],
    [
      'faults inside points',
      'RecordDecision',
      { ...decision, points: [{ kinds: ['sings'], text: 1, more: 2 }] },
      ['/points/0/more unknownField', '/points/0/kinds/0 oneOf', '/points/0/text text'],
    ],
    ['a source that is a text', 'CancelMeeting', { source: 'protokollet' }, ['/source object']],
    [
      'faults inside a source',
      'CancelMeeting',
      { source: { quote: 'x', span: [1] } },
      ['/source/document required', '/source/span listSize'],
    ],
    [
      'a season that is none',
      'RegisterBody',
      {
        name: 'A',
        shortName: 'B',
        seasons: {
          spring: ['01-01', '02-31'],
          summer: ['06-01', '08-31'],
          autumn: ['07-01', '12-31'],
          winter: ['12-01', '02-29'],
        },
      },
      ['/seasons/spring/1 dayOfYear'],
    ],
    [
      'a time that is none',
      'ScheduleMeeting',
      { body: 'a', kind: 'extra', date: '2026-01-01', start: '25:00' },
      ['/start timeOfDay'],
    ],
    ['an address that is none', 'RegisterPerson', { name: 'A', email: 'a@' }, ['/email email']],
    [
      'a policy without parts',
      'SetReminderPolicy',
      { policy: {} },
      [
        '/policy/received required',
        '/policy/materialDays required',
        '/policy/beforeMeeting required',
        '/policy/afterMeeting required',
        '/policy/beforeEnd required',
        '/policy/afterEnd required',
        '/policy/escalateDays required',
      ],
    ],
    ['no object at all', 'CancelMeeting', 'x', [' object']],
    ['a field with odd signs', 'CancelMeeting', { 'a/b~c': 1 }, ['/a~1b~0c unknownField']],
  ])('names %s', (_, type, plain, expected) => {
    expect(faults(type, plain)).toEqual(expected);
  });

  it('carries what its words need', () => {
    const [fault] = shape(commandDtos.CloseAssignment, { outcome: 'klart' }).errors;
    expect(fault).toEqual({
      pointer: '/outcome',
      code: 'oneOf',
      params: { values: 'fulfilled, partly, notFulfilled, lapsed' },
    });
  });
});

describe('the shape of a query', () => {
  it('reads numbers, booleans and lists from text', () => {
    const { value, errors } = shape(MeetingsQuery, { limit: '20', year: '2026', kind: 'extra' }, '?');
    expect(errors).toEqual([]);
    expect({ ...value }).toEqual({ limit: 20, year: 2026, kind: 'extra' });
    expect(shape(SearchQuery, { text: 'x', kind: 'report,reason' }, '?').value.kind).toEqual([
      'report',
      'reason',
    ]);
    expect(shape(SearchQuery, { text: 'x', kind: ['report', 'reason'] }, '?').value.kind).toEqual([
      'report',
      'reason',
    ]);
  });

  it.each([
    [{ limit: '0' }, '?limit range'],
    [{ limit: '201' }, '?limit range'],
    [{ limit: 'många' }, '?limit integer'],
    [{ limit: '' }, '?limit integer'],
    [{ from: '2026-02-30' }, '?from day'],
    [{ type: 'Något' }, '?type oneOf'],
    [{ body: ['a', 'b'] }, '?body id'],
    [{ statedBy: '2026-01-01' }, '?statedBy unknownField'],
  ])('names the fault in %j', (plain, expected) => {
    const [fault] = shape(AuditQuery, plain, '?').errors;
    expect(`${fault?.pointer ?? ''} ${fault?.code ?? ''}`).toBe(expected);
  });
});

describe('the words for faults', () => {
  it('are there in both languages', () => {
    for (const { sv, en } of Object.values(fieldTexts)) {
      expect(sv).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(sv).not.toBe(en);
    }
  });
});
