import { type GeoProjection, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

type Atlas = Parameters<typeof feature>[0];
type Polygon = { type: "Polygon"; coordinates: [number, number][][] };
type Geometry = Polygon | { type: "MultiPolygon"; coordinates: Polygon["coordinates"][] };
type Land = { type: "Feature"; id?: string | number; properties: { name: string }; geometry: Geometry };

/** Whole units of the picture. `d` is the outline, null where the country is too small to have one. */
type MapCountry = { d: string | null; x: number; y: number; width: number };
export type WorldMap = { width: number; height: number; countries: ReadonlyMap<string, MapCountry>; other: string };

const width = 1000;
const antarctica = "AQ";
/** Without a number in ISO 3166; its code is the one that the European Union and banks use. */
const unnumbered: Record<string, string> = { Kosovo: "XK" };

/**
 * The countries of the world by ISO code, projected once. The coarse atlas gives the outlines; the finer one the places of
 * those that the coarse one leaves out. `other` is land that has no code.
 */
export function drawWorld({ coarse, fine }: { coarse: Atlas; fine: Atlas }): WorldMap {
  const lands = landsOf(coarse).filter((land) => codeOf(land) !== antarctica);
  const all = { type: "FeatureCollection" as const, features: lands };
  const projection = geoEqualEarth().fitWidth(width, all);
  const height = Math.ceil(geoPath(projection).bounds(all)[1][1]);
  const countries = new Map<string, MapCountry>();
  for (const land of landsOf(fine)) {
    const code = codeOf(land);
    if (code && code !== antarctica) countries.set(code, { d: null, ...placeOf(land, projection) });
  }
  let other = "";
  for (const land of lands) {
    const code = codeOf(land);
    const d = outlineOf(land, projection);
    if (code) countries.set(code, { d, ...placeOf(land, projection) });
    else other += d;
  }
  return { width, height, countries, other };
}

function landsOf(atlas: Atlas): Land[] {
  // The atlas has polygons alone.
  const { features } = feature(atlas, atlas.objects.countries as never) as unknown as { features: Land[] };
  return features;
}

/** ISO 3166 alpha-2. The atlas gives ISO numbers, which Unicode knows as other names of the same regions. */
function codeOf({ id, properties }: Land): string | null {
  if (id === undefined) return unnumbered[properties.name] ?? null;
  return new Intl.Locale("und", { region: String(id) }).region ?? null;
}

/** The middle and width of the largest part: with what lies overseas, the middle of France is in the Atlantic. */
function placeOf({ geometry }: Land, projection: GeoProjection): Omit<MapCountry, "d"> {
  const parts = geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  const largest = parts.reduce<Polygon | null>((found, coordinates) => {
    const part: Polygon = { type: "Polygon", coordinates };
    return found && geoArea(found) >= geoArea(part) ? found : part;
  }, null);
  const main = largest ?? geometry;
  const [x = 0, y = 0] = projection(geoCentroid(main)) ?? [];
  const [[left], [right]] = geoPath(projection).bounds(main);
  return { x: Math.round(x), y: Math.round(y), width: Math.round(right - left) };
}

/** In steps of whole units, which is a third of the size; points that fall together are one. */
function outlineOf(land: Land, projection: GeoProjection): string {
  let d = "";
  let [x, y] = [0, 0];
  const pen = {
    beginPath: () => {},
    arc: () => {},
    moveTo: (toX: number, toY: number) => {
      [x, y] = [Math.round(toX), Math.round(toY)];
      d += `M${x} ${y}`;
    },
    lineTo: (toX: number, toY: number) => {
      const [right, down] = [Math.round(toX) - x, Math.round(toY) - y];
      if (right === 0 && down === 0) return;
      d += `l${right} ${down}`;
      [x, y] = [x + right, y + down];
    },
    closePath: () => {
      d += "z";
    },
  };
  geoPath(projection, pen)(land);
  return d.replaceAll(/M-?\d+ -?\d+z/g, "").replaceAll(" -", "-");
}
