import type { PlaceMap } from '../../../src/elements/request-form/map/place-map.ts';
import { pointOf, spotOf, tilesAround } from '../../../src/elements/request-form/map/mercator.ts';
import { expect, forgetDrafts, offeringId, openForm, services, type FormDriver } from './driver.ts';

const label = 'محل اقامتگاه';
const choose = 'انتخاب روی نقشه';
/** A picture that is there for every tile. */
const tiles = '/demo/picture.png?{z}/{x}/{y}';

describe('request-form: a place on a map', () => {
  let config: HTMLElement | undefined;
  beforeEach(forgetDrafts);
  afterEach(() => config?.remove());

  const open = async (attributes?: Record<string, string>): Promise<FormDriver> => {
    if (attributes) {
      config = document.createElement('desk-config');
      for (const [name, value] of Object.entries(attributes)) config.setAttribute(name, value);
      document.body.append(config);
    }
    const form = await openForm(await offeringId(services.every));
    await form.type('تلفن همراه', '09120000000');
    await form.next('پرداخت');
    return form;
  };
  const mapIn = (form: FormDriver) => form.root.querySelector<PlaceMap>('place-map');
  const box = (form: FormDriver) => mapIn(form)!.shadowRoot!.querySelector<HTMLElement>('.map')!;
  const said = (form: FormDriver) => mapIn(form)!.shadowRoot!.querySelector('[aria-live]')!.textContent!.trim();
  const openMap = async (form: FormDriver) => {
    await form.press(choose);
    await form.until(() => mapIn(form)?.shadowRoot?.querySelector('.tiles'), 'the map opened');
  };
  const key = async (form: FormDriver, name: string, shiftKey = false) => {
    box(form).dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }));
    await mapIn(form)!.updateComplete;
  };

  it('is not offered where the page names no tiles', async () => {
    expect((await open()).text).not.to.contain(choose);
  });

  it('is not offered where the address is none of tiles, and the webmaster is told', async () => {
    const warn = console.warn;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      expect((await open({ 'map-tiles': 'https://tiles.example.ir/map.png' })).text).not.to.contain(choose);
    } finally {
      console.warn = warn;
    }
    expect(told.join()).to.contain('{z}/{x}/{y}');
  });

  it('opens at the centre that the page names, moves and zooms by keyboard, and becomes the place', async () => {
    const form = await open({ 'map-tiles': tiles, 'map-centre': '35.83,50.99', 'map-credit': 'نقشه آزمون' });
    await openMap(form);
    await expect(form.element).to.be.accessible();
    expect(said(form)).to.equal('عرض ۳۵٫۸۳۰۰۰، طول ۵۰٫۹۹۰۰۰');
    const shown = () => [...mapIn(form)!.shadowRoot!.querySelectorAll('img')];
    await form.until(() => shown().length > 0 && shown().every(({ complete, naturalWidth }) => complete && naturalWidth), 'its pictures came');
    await key(form, 'ArrowRight');
    const east = mapIn(form)!.middle;
    expect(east.longitude).to.be.greaterThan(50.99);
    await key(form, 'ArrowUp', true);
    expect(mapIn(form)!.middle.latitude).to.be.greaterThan(35.83);
    const { middle } = mapIn(form)!;
    await key(form, '+');
    expect(mapIn(form)!.middle.latitude).to.be.closeTo(middle.latitude, 0.0001);
    expect(shown().every(({ src }) => src.includes('?13/'))).to.equal(true);
    const { latitude } = mapIn(form)!.middle;
    await form.press('همین‌جاست');
    await form.until(() => !mapIn(form), 'the map closed');
    expect(form.text).to.contain('موقعیت افزوده شد').and.to.contain(latitude.toFixed(5).slice(3).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!));
    expect(form.element.shadowRoot!.activeElement?.textContent?.trim()).to.equal(choose);
    await openMap(form);
    expect(mapIn(form)!.middle.latitude, 'it opens where the place is').to.be.closeTo(latitude, 0.0001);
    await form.press('بستن نقشه');
    await form.next('بازبینی');
    expect(form.text, 'a place without an address can be read too').to.contain(`(${latitude}, `);
  });

  /** Moves fingers over the map; places are told from its middle. */
  const fingersOn = (form: FormDriver) => {
    const { left, top, width, height } = box(form).getBoundingClientRect();
    // Events that a script makes have no pointer that could be captured.
    box(form).setPointerCapture = () => undefined;
    return (type: string, x: number, y: number, pointerId = 1) =>
      box(form).dispatchEvent(new PointerEvent(type, { pointerId, button: 0, clientX: left + width / 2 + x, clientY: top + height / 2 + y, bubbles: true }));
  };

  it('comes nearer under two fingers that part, and goes away under two that meet', async () => {
    const form = await open({ 'map-tiles': tiles, 'map-centre': '35.83,50.99' });
    await openMap(form);
    const pointer = fingersOn(form);
    const zoomed = async () => {
      await mapIn(form)!.updateComplete;
      return Number(/\?(\d+)\//.exec(mapIn(form)!.shadowRoot!.querySelector('img')!.src)![1]);
    };
    const { middle } = mapIn(form)!;
    expect(await zoomed()).to.equal(12);
    pointer('pointerdown', -20, 0, 1);
    pointer('pointerdown', 20, 0, 2);
    pointer('pointermove', 60, 0, 2);
    expect(await zoomed()).to.equal(13);
    pointer('pointermove', 120, 0, 2);
    expect(await zoomed()).to.equal(14);
    pointer('pointermove', -10, 0, 2);
    expect(await zoomed()).to.equal(13);
    pointer('pointerup', -20, 0, 1);
    pointer('pointerup', -10, 0, 2);
    expect(mapIn(form)!.middle.latitude, 'what lay under the pin still does').to.be.closeTo(middle.latitude, 0.0005);
    expect(mapIn(form)!.middle.longitude).to.be.closeTo(middle.longitude, 0.0005);
  });

  it('is dragged under the pin, and a tap sets the pin', async () => {
    const form = await open({ 'map-tiles': tiles, 'map-centre': '35.83,50.99' });
    await openMap(form);
    const pointer = fingersOn(form);
    pointer('pointerdown', 0, 0);
    pointer('pointermove', -50, 0);
    pointer('pointerup', -50, 0);
    const dragged = mapIn(form)!.middle;
    expect(dragged.longitude).to.be.greaterThan(50.99);
    pointer('pointerdown', 0, 40);
    pointer('pointerup', 0, 40);
    expect(mapIn(form)!.middle.latitude).to.be.lessThan(dragged.latitude);
    expect(form.text, 'nothing is chosen by looking').not.to.contain('موقعیت افزوده شد');
  });

  it('says once that pictures do not come, goes on by keys, and takes the written address with the place', async () => {
    const form = await open({ 'map-tiles': '/no-such-tiles/{z}/{x}/{y}.png' });
    await openMap(form);
    await form.until(() => mapIn(form)!.shadowRoot!.querySelector('[role="status"]')!.textContent!.includes('بخشی از نقشه نیامد'), 'it is told');
    const { middle } = mapIn(form)!;
    await key(form, 'ArrowRight', true);
    await key(form, '+');
    expect(mapIn(form)!.middle.longitude, 'by keys the pin goes on').to.be.greaterThan(middle.longitude);
    await form.press('همین‌جاست');
    await form.until(() => form.text.includes('موقعیت افزوده شد'), 'the place is taken');
    await form.type(label, 'کرج، خیابان نمونه');
    await form.next('بازبینی');
    expect(form.text).to.contain('کرج، خیابان نمونه');
  });
});

describe('the projection of the map', () => {
  it('leads there and back, and covers a box with tiles', () => {
    for (const spot of [{ latitude: 35.83266, longitude: 50.99155 }, { latitude: -33.9, longitude: -70.1 }, { latitude: 0, longitude: 0 }]) {
      const back = spotOf(pointOf(spot, 16), 16);
      expect(back.latitude).to.be.closeTo(spot.latitude, 0.00001);
      expect(back.longitude).to.be.closeTo(spot.longitude, 0.00001);
    }
    // The tile of Karaj at zoom 12, as OpenStreetMap numbers it.
    const karaj = pointOf({ latitude: 35.83, longitude: 50.99 }, 12);
    expect([Math.floor(karaj.x / 256), Math.floor(karaj.y / 256)]).to.deep.equal([2628, 1610]);
    const around = tilesAround(karaj, 12, 300, 200);
    expect(Math.min(...around.map(({ left }) => left))).to.be.at.most(0);
    expect(Math.max(...around.map(({ left }) => left)) + 256).to.be.at.least(300);
    expect(Math.max(...around.map(({ top }) => top)) + 256).to.be.at.least(200);
  });
});
