import { geoCentroid, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature } from 'geojson';
import { iso31661NumericToAlpha2 } from 'iso-3166';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A map in a plane, so many units wide and high. */
export interface World {
  width: number;
  height: number;
  /** The outline of each land, by the id of its country where it is one. */
  lands: readonly { id: string | undefined; outline: string }[];
  /** Where a country is that is too small for an outline. */
  places: ReadonlyMap<string, readonly [number, number]>;
}

const [width, height] = [960, 440];
let world: World | undefined;

/** The world as Natural Earth draws it, worked out once: coarse outlines without Antarctica, and a place for what these leave out. */
export function worldMap(): World {
  if (world) return world;
  const coarse = readLands('countries-110m.json').filter(({ id }) => id !== 'country/AQ');
  const collection = { type: 'FeatureCollection' as const, features: coarse.map(({ shape }) => shape) };
  const projection = geoNaturalEarth1().fitSize([width, height], collection);
  const draw = geoPath(projection).digits(1);
  const lands = coarse.map(({ id, shape }) => ({ id, outline: draw(shape) ?? '' }));
  const outlined = new Set(lands.map(({ id }) => id));
  const small = readLands('countries-50m.json').filter(({ id }) => id !== undefined && !outlined.has(id));
  return (world = {
    width,
    height,
    lands,
    places: new Map(small.map(({ id, shape }) => [id!, placeOf(projection, shape)])),
  });
}

const placeOf = (projection: GeoProjection, shape: Feature): [number, number] =>
  projection(geoCentroid(shape))!.map((value) => Math.round(value * 10) / 10) as [number, number];

interface Land {
  id: string | undefined;
  shape: Feature;
}

function readLands(file: string): Land[] {
  const topology = createRequire(import.meta.url)(`world-atlas/${file}`) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  return feature(topology, topology.objects.countries).features.map((shape) => ({ id: countryOf(shape), shape }));
}

/** The country of an outline. Kosovo has no number of ISO 3166; the code that is used for it is XK. */
function countryOf({ id, properties }: { id?: string | number; properties: { name: string } }): string | undefined {
  const code = id === undefined ? undefined : iso31661NumericToAlpha2[String(id).padStart(3, '0')];
  return code ? `country/${code}` : properties.name === 'Kosovo' ? 'country/XK' : undefined;
}
