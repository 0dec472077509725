// Put into the page by stories.test.ts: what of a story can be seen, as its styles come out in the end.
(() => {
  /** All elements of the story, through shadow roots. */
  function* everything(root = document.querySelector('.story-page')) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* everything(element.shadowRoot);
    }
  }
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const words = (element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const named = (element) => `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.trim().replaceAll(/\s+/g, '.')}` : ''} “${words(element)}”`;

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** Any CSS colour as red, green, blue, alpha. */
  function colour(text) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }
  const over = (above, below) => above.slice(0, 3).map((value, at) => value * above[3] + below[at] * (1 - above[3]));
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (first, second) => {
    const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const white = [255, 255, 255];
  /** What lies behind an element. */
  function ground(element) {
    const layers = [];
    for (let node = element; node; node = parentOf(node)) {
      if (!(node instanceof Element)) continue;
      const layer = colour(getComputedStyle(node).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), white);
  }
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const hasOutline = (style) => style.outlineStyle !== 'none' && style.outlineStyle !== 'auto' && parseFloat(style.outlineWidth) >= 2;

  const deepFocus = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  window.look = {
    holds: (query) => matchMedia(query).matches,
    /** Controls whose edge cannot be seen. Links and what is drawn as one have their line. */
    withoutEdge: () => [...everything()].filter((element) => {
      if (!element.matches('button, .button, .input, select') || !isShown(element)) return false;
      const style = getComputedStyle(element);
      if (style.textDecorationLine.includes('underline')) return false;
      // A symbol inside a field stands within the field's edge.
      if (element.matches('.clear, .icon-only')) return false;
      return style.borderStyle === 'none' || parseFloat(style.borderWidth) < 1 || ratio(over(colour(style.borderColor), ground(parentOf(element))), ground(parentOf(element))) < 3;
    }).map(named),
    /** Places that wait and cannot be seen. */
    invisibleSkeletons: () => [...everything()].filter((element) => element.matches('.skeleton') && isShown(element)
      && (getComputedStyle(element).borderStyle === 'none' || ratio(colour(getComputedStyle(element).borderColor).slice(0, 3), ground(parentOf(element))) < 3)).map(named),
    skeletons: () => [...everything()].filter((element) => element.matches('.skeleton') && isShown(element)).length,
    /** Text with less contrast than that; on paper grounds are not printed. */
    pale: (least, { only = '*', paper = false } = {}) => [...everything()].filter((element) => {
      if (!element.matches(only) || !ownText(element) || !isShown(element) || element.matches('.visually-hidden, .visually-hidden *')) return false;
      const below = paper ? white : ground(element);
      const text = over(colour(getComputedStyle(element).color), below);
      return ratio(text, below) < least;
    }).map(named),
    shown: (selector) => [...everything()].filter((element) => element.matches(selector) && isShown(element)).map(named),
    /** Lines that are drawn in another colour than the text's. */
    paleLines: (selector, least) => [...everything()].filter((element) => {
      if (!element.matches(selector) || !isShown(element)) return false;
      const style = getComputedStyle(element);
      return parseFloat(style.borderTopWidth) > 0 && ratio(over(colour(style.borderTopColor), ground(parentOf(element))), ground(parentOf(element))) < least;
    }).map(named),
    moving: () => [...everything()].flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? []).filter((animation) => {
      const { duration, iterations } = animation.effect.getComputedTiming();
      return animation.playState === 'running' && (duration > 1 || iterations > 1);
    }).length,
    /** The element that has the focus, and whether the eye can tell; undefined when it is outside of the story. */
    focus: () => {
      const element = deepFocus();
      if (!element || !document.querySelector('.story-page').contains(document.activeElement)) return undefined;
      const marks = [getComputedStyle(element), getComputedStyle(element, '::after')];
      if (element.nextElementSibling?.matches('.button')) marks.push(getComputedStyle(element.nextElementSibling));
      const option = element.closest('.option');
      if (option) marks.push(getComputedStyle(option));
      const mark = marks.find(hasOutline);
      return { name: named(element), seen: Boolean(mark) && ratio(colour(mark.outlineColor).slice(0, 3), ground(parentOf(element))) >= 3 };
    },
    leaveFocus: () => deepFocus()?.blur(),
  };
})();
