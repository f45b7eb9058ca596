declare module "subset-font" {
  type Options = {
    keepAllGlyphs: true;
    noHinting: boolean;
    targetFormat: "truetype";
    variationAxes: Record<string, number>;
  };
  export default function subsetFont(font: Buffer, text: undefined, options: Options): Promise<Buffer>;
}
