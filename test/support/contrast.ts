type Colour = [red: number, green: number, blue: number];

export const parseColour = (hex: string): Colour => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new Error(`Not a colour of six hex digits: ${hex}`);
  return match.slice(1).map((part) => parseInt(part, 16)) as Colour;
};

/** `percent` of a colour over another, as CSS `color-mix(in srgb, …)` does. */
export const mix = (over: Colour, percent: number, under: Colour): Colour =>
  over.map((value, at) => (value * percent + under[at]! * (100 - percent)) / 100) as Colour;

const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
