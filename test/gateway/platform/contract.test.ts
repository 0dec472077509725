import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { routeSchemas, type RouteSchema } from '../../../src/contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../../../src/contract/routes.ts';
import { bodyExamples } from '../../../src/gateway/http/openapi-examples.ts';
import type { OpenApi } from '../../../src/gateway/http/openapi.ts';
import { nationalInput } from '../../../src/gateway/catalogue/national-files.ts';
import { publishNational } from '../../../src/gateway/catalogue/publish-national.ts';
import { receiptPdf } from '../../../src/gateway/node/receipt-pdf.ts';
import { readNationalFolder } from '../../../src/gateway/node/province-folder.ts';
import { checkpointOfDay } from '../../../src/gateway/transparency/checkpoints.ts';
import { numberEntries } from '../../../src/gateway/transparency/tree.ts';
import { beginUpload } from '../../support/upload-file.ts';
import { linkCheck } from '../../../src/gateway/node/link-check.ts';
import { pdf, startDesk, type TestDesk } from '../requests/desk.ts';

/** What a test asks a route for. */
interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  bytes?: Uint8Array;
  cookie?: string;
  proof?: string;
  headers?: Record<string, string>;
}

/** The data of the first event of a stream, which is let go of. */
async function firstEvent(answer: Response): Promise<unknown> {
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const data = /^data: (.+)\n\n/m.exec(text);
    if (data) return JSON.parse(data[1]!);
  }
  return undefined;
}

describe('gateway and contract', () => {
  let desk: TestDesk;
  const seen = new Set<RouteName>();
  before(async () => { desk = await startDesk({ ports: { receiptPdf } }); });
  after(() => desk.stop());

  /** Calls a route by its line of the contract, and holds status and answer against it: nothing missing, nothing more. */
  async function ask<T>(name: RouteName, { params = {}, query, json, bytes, cookie, proof, headers: more }: Asked = {}): Promise<T> {
    const route: Route = routes[name];
    const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => params[key]!);
    const headers = new Headers({ 'sec-fetch-site': 'same-origin', ...more });
    if (cookie) headers.set('cookie', cookie);
    if (proof) headers.set('authorization', `Bearer ${proof}`);
    const answer = await desk.fetch(`${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      method: route.method, headers, json, ...(bytes && { body: bytes as Uint8Array<ArrayBuffer> }),
    });
    assert.equal(answer.status, route.status ?? 200, `${name}: ${answer.status === (route.status ?? 200) ? '' : await answer.clone().text()}`);
    seen.add(name);
    if (route.status === 204) return undefined as T;
    if (route.gives === 'bytes') return new Uint8Array(await answer.arrayBuffer()) as T;
    const body = (route.gives === 'events' ? await firstEvent(answer) : await answer.json()) as T;
    const { answer: schema }: RouteSchema = routeSchemas[name];
    assert.deepEqual(schema.parse(body), body, name);
    return body;
  }

  it('agree on every route, from the catalogue to the answer of the desk', async () => {
    const catalogue = await ask<{ index: string; lexicon: string }>('catalogue');
    await ask('catalogueIndex', { params: { version: catalogue.index.split('/').at(-1)! } });
    await ask('catalogueLexicon', { params: { version: catalogue.lexicon.split('/').at(-1)! } });
    const [index] = await desk.db.selectFrom('catalogue_version').selectAll().execute();
    const older = { ...(JSON.parse(index!.index!) as object), version: 'older', popularity: '' };
    await desk.db.insertInto('catalogue_version').values({ ...index!, version: 'older', index: JSON.stringify(older) }).execute();
    await ask('catalogueDelta', { params: { version: index!.version, older: 'older' } });
    await ask('tellUnanswered', { json: bodyExamples.tellUnanswered });
    await ask('catalogueShard', { params: { version: index!.version, folder: 'head', file: '0.json' } });
    const found = await ask<{ total: number }>('search', { query: { q: 'انشعاب آب' } });
    assert.ok(found.total > 0);
    await ask('calendar');
    await ask('openData', { params: { province: 'alborz' } });
    await ask('openDataFile', { params: { province: 'alborz', file: 'services.json' } });
    const province = { province: 'alborz' };
    await ask('hsds', { params: province });
    for (const [list, single] of [
      ['hsdsServices', 'hsdsService'], ['hsdsOrganizations', 'hsdsOrganization'], ['hsdsServicesAtLocations', 'hsdsServiceAtLocation'],
      ['hsdsTaxonomies', 'hsdsTaxonomy'], ['hsdsTaxonomyTerms', 'hsdsTaxonomyTerm'],
    ] as const) {
      const { contents } = await ask<{ contents: { id: string }[] }>(list, { params: province, query: { per_page: '2' } });
      await ask(single, { params: { ...province, id: contents[0]!.id } });
    }
    await ask('receiptKeys');
    const id = desk.offering;
    await ask('offering', { params: { id }, query: { v: '1' } });
    await ask('keptPromise', { params: { id } });
    await ask('reportSheet', { params: { id }, json: bodyExamples.reportSheet });
    await ask('rateService', { params: { id }, json: bodyExamples.rateService });
    const form = await ask<{ id: string; version: number }>('offeringForm', { params: { id } });
    await ask('formSchema', { params: { id } });

    const begin = async () => (await beginUpload(desk.fetch, { offering: id, field: 'deed', name: 'سند.pdf' }, pdf.length)).headers.get('location')!.split('/').at(-1)!;
    const tus = { 'tus-resumable': '1.0.0' };
    await ask('startUpload', { headers: { ...tus, 'upload-length': '1', 'upload-metadata': `offering ${btoa(id)},field ${btoa('deed')}` } });
    const upload = await begin();
    await ask('continueUpload', { params: { upload }, bytes: pdf, headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } });
    await ask('uploadOffset', { params: { upload } });
    const deed = await ask<{ id: string }>('finishUpload', { params: { upload } });
    await ask('removeUpload', { params: { upload: await begin() }, headers: tus });
    const mobile = '09121230000';
    const { code, receipt } = await ask<{ code: string; receipt: string }>('fileRequest', {
      json: { offering: id, form: { id: form.id, version: form.version }, answers: { name: 'آزمون', mobile, owner: true, deed: [deed] } },
    });
    await ask('requestStatus', { params: { code } });
    await ask('requestLive', { params: { code } });
    await ask('askProof', { params: { code }, json: {} });
    const otp = await desk.otpOf(mobile);
    const { token } = await ask<{ token: string }>('giveProof', { params: { code }, json: { otp } });
    await ask('textReceipt', { params: { code }, json: {} });
    assert.equal(new TextDecoder().decode((await ask<Uint8Array>('receiptPdf', { json: { receipt, code } })).subarray(0, 5)), '%PDF-');
    await ask('carryDraft', { json: { ...bodyExamples.carryDraft, offering: id, mobile } });
    const opens = /(?<!\d)\d{8}(?!\d)/.exec((await desk.inbox(mobile))[0]!.text)![0];
    await ask('fetchDraft', { json: { offering: id, mobile, otp: opens } });
    const { files } = await ask<{ files: { id: string }[] }>('requestRecord', { params: { code }, proof: token });
    const { link } = await ask<{ link: string }>('requestFile', { params: { code, upload: files[0]!.id }, proof: token });
    assert.deepEqual(await ask('file', { params: { link } }), pdf);

    const cookie = await desk.signIn({ agency: 'abfa', username: 'contract' });
    await ask('signIn', { json: { username: 'contract', password: 'رمز-آزمون-۱۴۰۵' } });
    await ask('staffSession', { cookie });
    await ask('units', { cookie });
    const queue = await ask<{ items: { id: string }[] }>('queue', { cookie });
    const params = { id: queue.items[0]!.id };
    desk.ports.settings.mobileProof = 'required';
    const accepted = await desk.fetch('/v1/requests', { json: { offering: id, form: { id: form.id, version: form.version }, answers: { name: 'آزمون', mobile: '09121230001' } } });
    assert.equal(accepted.status, 202);
    const kept = (await accepted.json()) as { accepted: string };
    assert.deepEqual(routeSchemas.fileRequest.answer.parse(kept), kept);
    const itsName = { params: { id: kept.accepted }, json: {} };
    await ask('resendAccepted', itsName);
    await ask('proveAccepted', { ...itsName, json: { otp: await desk.otpOf('09121230001') } });
    desk.ports.settings.mobileProof = 'off';
    let { version } = await ask<{ version: number }>('staffCase', { params, cookie });
    const staffLink = await ask<{ link: string }>('staffFile', { params: { ...params, upload: files[0]!.id }, cookie });
    assert.deepEqual(await ask('file', { params: { link: staffLink.link } }), pdf);
    assert.equal((await ask<{ id: string }>('findCase', { cookie, json: { code } })).id, params.id);
    ({ version } = await ask<{ version: number }>('take', { params, cookie, json: { version } }));
    ({ version } = await ask<{ version: number }>('release', { params, cookie, json: { version } }));
    const head = await desk.signIn({ agency: 'abfa', role: 'head' });
    const { items: colleagues } = await ask<{ items: { id: string }[] }>('colleagues', { params, cookie });
    const { staff } = await ask<{ staff: { id: string } }>('staffSession', { cookie });
    assert.ok(colleagues.some(({ id }) => id === staff.id));
    ({ version } = await ask<{ version: number }>('assign', { params, cookie: head, json: { version, assignee: staff.id } }));
    ({ version } = await ask<{ version: number }>('ask', { params, cookie, json: { version, text: 'نشانی ملک کامل نیست.' } }));
    await ask('reply', { params: { code }, proof: token, json: { text: 'کرج، خیابان نخست.' } });
    ({ version } = await ask<{ version: number }>('staffCase', { params, cookie }));
    const units = await ask<{ items: { agency: { id: string }; unit: { id: string } }[] }>('units', { cookie });
    const held = await ask<{ holder: { id: string } | null }>('staffCase', { params, cookie });
    const other = units.items.find(({ agency, unit }) => agency.id === 'abfa' && unit.id !== held.holder?.id)!.unit.id;
    const ruler = await desk.signIn({ role: 'admin' });
    const { calendar: { weeklyHours, solarHolidays, lunarHolidays, closures } } = await ask<{ calendar: typeof bodyExamples.previewCalendar.content }>('calendars', { cookie });
    const edited = { ...bodyExamples.saveCalendar, content: { weeklyHours, solarHolidays, lunarHolidays, closures: [...closures, ...bodyExamples.previewCalendar.content.closures] } };
    await ask('previewCalendar', { cookie: ruler, json: edited });
    await ask('saveCalendar', { cookie: ruler, json: edited });
    const { items: reasons } = await ask<{ items: { id: string }[] }>('addDelayReason', { cookie: ruler, json: bodyExamples.addDelayReason });
    const { ends } = await ask<{ ends: string[] }>('delayChoices', { params, cookie });
    ({ version } = await ask<{ version: number }>('explainDelay', { params, cookie, json: { version, reason: reasons[0]!.id, expected: ends[0] } }));
    await ask('retireDelayReason', { params: reasons[0]!, cookie: ruler });
    await ask('delayReasons', { cookie });
    await ask('monitor', { cookie: ruler, query: { days: '30' } });
    await ask('monitorCases', { cookie: ruler, query: { figure: 'filed' } });
    ({ version } = await ask<{ version: number }>('inquire', { params, cookie, json: { version, unit: other, text: 'نقشه درست است؟' } }));
    ({ version } = await ask<{ version: number }>('answerInquiry', { params, cookie, json: { version, text: 'درست است.' } }));
    ({ version } = await ask<{ version: number }>('refer', { params, cookie, json: { version, unit: other, reason: 'کار این واحد است.' } }));
    ({ version } = await ask<{ version: number }>('staffCase', { params, cookie }));
    const { allowed } = await ask<{ allowed: string[] }>('staffCase', { params, cookie });
    if (!allowed.includes('answered')) ({ version } = await ask<{ version: number }>('take', { params, cookie, json: { version } }));
    await ask('answer', { params, cookie, json: { version, outcome: 'done', text: 'انجام شد.' } });
    await ask('requestRecord', { params: { code }, proof: token });
    await ask('myRequests', { params: { code }, proof: token });
    await ask('chooseNews', { params: { code }, proof: token, json: bodyExamples.chooseNews });
    await ask('addNewsAddress', { params: { code }, proof: token, json: bodyExamples.addNewsAddress });
    await ask('proveNewsAddress', { params: { code }, proof: token, json: { otp: await desk.otpOf('name@example.ir') } });
    await ask('rate', { params: { code }, proof: token, json: bodyExamples.rate });
    await ask('object', { params: { code }, proof: token, json: bodyExamples.object });
    await ask('staffCase', { params, cookie });
    await ask('withdraw', { params: { code }, proof: token, json: bodyExamples.withdraw });
    const officer = await desk.signIn({ role: 'officer' });
    const guide = { id: 'example' };
    await ask('saveGuide', { params: guide, cookie: officer, json: bodyExamples.saveGuide });
    await ask('unansweredQueries', { cookie: officer });
    const reports = await ask<{ items: { id: string }[] }>('sheetReports', { cookie: officer });
    await ask('closeSheetReport', { params: { id: reports.items[0]!.id }, cookie: officer });
    await ask('undelivered', { cookie: officer });
    await ask('sendAgain', { cookie: officer, json: bodyExamples.sendAgain });
    await ask('dropUndelivered', { cookie: officer, json: bodyExamples.dropUndelivered });
    await ask('notices', { cookie: officer });
    await ask('seeNotices', { cookie: officer, json: bodyExamples.seeNotices });
    await ask('staffGuides', { cookie: officer });
    const { tree } = await ask<{ tree: object }>('staffGuide', { params: guide, cookie: officer, query: { v: '1' } });
    await ask('checkGuide', { params: guide, cookie: officer, json: { tree } });
    assert.deepEqual((await ask<{ items: { id: string }[] }>('guides')).items.map(({ id }) => id), ['example']);
    await ask('guide', { params: guide });
    const studio = { params: { id: desk.offering }, cookie: officer };
    await ask('staffForms', { cookie: officer, query: { agency: 'abfa' } });
    await ask('staffForm', studio);
    await ask('saveForm', { ...studio, json: bodyExamples.saveForm });
    await ask('readForm', { ...studio, json: bodyExamples.readForm });
    await ask('publishForm', { ...studio, json: bodyExamples.publishForm });
    await ask('staffFormVersion', { params: { ...studio.params, version: '2' }, cookie: officer });
    await ask('discardForm', { ...studio, json: { version: 2 } });
    const declared = await ask<{ id: string }>('handIn', { cookie: officer, query: { agency: 'abfa', name: 'a.csv' }, bytes: readFileSync('demo/data/alborz/declarations/abfa.csv') });
    const draft = { params: { id: declared.id }, cookie: officer };
    await ask('drafts', { cookie: officer });
    await ask('draft', draft);
    await ask('draftRows', draft);
    await ask('draftKinds', draft);
    await ask('mapColumns', { ...draft, json: { version: 1, mapping: {} } });
    await ask('mendCell', { ...draft, json: { version: 2, row: 3, column: 'time', value: '۲ روز' } });
    await ask('fixCell', { ...draft, json: { version: 3, row: 4, column: 'documents', rule: 'forbidden-copy' } });
    const { base, version: seenVersion } = await ask<{ base: number; version: number }>('difference', draft);
    const { items: published } = await ask<{ items: { version: number }[] }>('publishDraft', { ...draft, json: { version: seenVersion, base } });
    await ask('publications', { cookie: officer, query: { agency: 'abfa' } });
    await ask('rollBack', { cookie: officer, json: { agency: 'abfa', base: published[0]!.version, to: 1 } });
    const supervisor = await desk.signIn({ role: 'supervisor' });
    await ask('setIntake', { cookie: supervisor, json: bodyExamples.setIntake });
    const { id: thrown } = await ask<{ id: string }>('handIn', { cookie: officer, query: { agency: 'abfa', name: 'b.csv' }, bytes: readFileSync('demo/data/alborz/declarations/abfa.csv') });
    await ask('fixAll', { params: { id: thrown }, cookie: officer, json: bodyExamples.fixAll });
    // Asks nobody: no address may be called.
    desk.ports.checkLink = linkCheck({ mayCall: () => false });
    await ask('checkLinks', { params: { id: thrown }, cookie: officer });
    await ask('returnDraft', { params: { id: thrown }, cookie: supervisor, json: { version: 2, reason: 'مهلت را بسنجید.' } });
    await ask('discardDraft', { params: { id: thrown }, cookie: officer });
    await ask('nationalChanges', { cookie: officer });
    await publishNational(desk.ports, nationalInput(await readNationalFolder('demo/data/national'), 'test'));
    const { sheet: national } = await desk.db.selectFrom('national_sheet_version').select('sheet').orderBy('sheet').executeTakeFirstOrThrow();
    await ask('nationalDifference', { params: { id: national } });
    assert.ok((await ask<Uint8Array>('declarationTemplate', { cookie: officer })).length > 1000);
    const { secret, token: own } = await ask<{ secret: string; token: { id: string } }>('makeToken', { cookie: officer, json: bodyExamples.makeToken });
    const place = { params: { province: 'alborz', agency: 'abfa' } };
    await ask('declare', { ...place, proof: secret, query: { 'dry-run': 'true' }, bytes: readFileSync('demo/data/alborz/declarations/abfa.csv') });
    await ask('declared', place);
    await ask('declarations', { params: { province: 'alborz' } });
    await ask('tokens', { cookie: officer });
    await ask('revokeToken', { params: { id: own.id }, cookie: officer });
    await numberEntries(desk.ports);
    await checkpointOfDay(desk.ports);
    await ask('checkpoints');
    await ask('checkpoint', { params: { number: '1' } });
    const filing = await desk.db.selectFrom('request_event').select('hash').where('seq', '=', 1).executeTakeFirstOrThrow();
    await ask('logProof', { params: { event: filing.hash }, query: { checkpoint: '1' } });
    await ask('logConsistency', { query: { from: '1', to: '1' } });
    await ask('signOut', { cookie });

    assert.deepEqual(Object.keys(routes).filter((name) => !seen.has(name as RouteName)), []);
  });

  it('agree on the OpenAPI document: the same paths, methods and no loose reference', async () => {
    const text = await (await desk.fetch('/openapi.json')).text();
    const document = JSON.parse(text) as OpenApi;
    assert.equal(document.openapi, '3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`));
    const wanted = Object.entries(routes).map(([name, { method, path }]) => `${name} ${method} ${path}`);
    assert.deepEqual(described.sort(), wanted.sort());
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
    assert.ok(references.length > 50);
    for (const reference of new Set(references)) {
      assert.match(reference, /^#\/components\/schemas\/\w+$/);
      assert.ok(document.components.schemas[reference.split('/').at(-1)!], reference);
    }
  });

  it('agree on the docs page, which shows every route without a script', async () => {
    const answer = await desk.fetch('/docs');
    const page = await answer.text();
    for (const { path } of Object.values(routes)) assert.ok(page.includes(`<code>${path}</code>`), path);
    assert.doesNotMatch(page, /<script|https?:\/\/(?!gateway\.test\/)/);
    assert.doesNotMatch(answer.headers.get('content-security-policy')!, /unsafe/);
  });
});
