import { relationNames } from '../../../src/relations.ts';

/** The themes, countries … of a publication, in the order of its record. */
const listOf = (relation: string, fields: string) =>
  `COLLECT { MATCH (p)-[link:${relation}]->(x) WITH x, link ORDER BY link.position RETURN x {${fields}} }`;

const fromYear = `p.date >= toString(toInteger($year))`;

/** The word searched for, or it without an s at its end and up to two letters more. */
const bare = `replace(replace(replace(one, '.', ''), ',', ''), ':', '')`;
const stem = `CASE WHEN size(word) > 4 AND word ENDS WITH 's' THEN left(word, size(word) - 1) ELSE word END`;
const isMeant = `${bare} STARTS WITH ${stem} AND size(${bare}) <= size(${stem}) + 2`;

const facetOf = (dimension: string, values: string) => `
  CALL (found) {
    UNWIND found AS p ${values}
    WITH value, count(*) AS count ORDER BY count DESC, value LIMIT 10
    RETURN {dimension: '${dimension}', values: collect({value: value, count: count})} AS ${dimension}
  }`;

const matrixOf = (publications: string) => `
  CALL () {
    ${publications}
    MATCH (p)-[:ABOUT]->(theme), (p)-[:COVERS]->(country)
    WITH theme.id AS theme, country.id AS country, count(DISTINCT p) AS count ORDER BY count DESC, theme, country LIMIT 100
    RETURN collect({values: [theme, country], count: count}) AS matrix
  }
  CALL () {
    ${publications}
    WITH p WHERE p.date IS NOT NULL
    WITH left(p.date, 4) AS year, count(DISTINCT p) AS count ORDER BY count DESC, year LIMIT 100
    RETURN collect({values: [year], count: count}) AS timeline
  }
  RETURN {matrix: matrix, timeline: timeline} AS answer`;

/** One statement written by hand for each question; each answers as the data of our GraphQL do, with fewer fields. */
export const apiStatements: Record<string, string> = {
  '/entity': `
    MATCH (p:Publication {id: $id})
    RETURN {publication: p {.id, .title, .date, .language,
      publishers: ${listOf('PUBLISHED_BY', '.id, .name')},
      countries: ${listOf('COVERS', '.id, .name')},
      instruments: ${listOf('REFERS_TO', '.id, .title')},
      themes: ${listOf('ABOUT', '.id, .prefLabel')},
      translations: COLLECT {
        MATCH (p)-[:TRANSLATION_OF|EDITION_OF*1..]-(x:Publication) WHERE x.language <> p.language
        WITH DISTINCT x ORDER BY x.id
        RETURN x {.id, .title, .language}
      }
    }} AS answer`,
  '/filtered': `
    MATCH (:Theme {id: $theme})<-[:BROADER*0..]-(theme)
    WITH collect(DISTINCT theme) AS themes
    MATCH (:Country {id: $country})<-[:COVERS]-(p:Publication)
    WHERE ${fromYear} AND any(theme IN themes WHERE (p)-[:ABOUT]->(theme))
    WITH DISTINCT p ORDER BY p.date DESC, p.id LIMIT 20
    RETURN {publications: {nodes: collect(p {.id, .title, .date,
      publishers: ${listOf('PUBLISHED_BY', '.id, .name')},
      countries: ${listOf('COVERS', '.id, .name')},
      themes: ${listOf('ABOUT', '.id, .prefLabel')}
    })}} AS answer`,
  '/search': `
    MATCH (p:Publication)
    WHERE ($year = 0 OR ${fromYear}) AND all(word IN split($text, ' ') WHERE
      any(one IN split(toLower(p.title + ' ' + coalesce(p.summary, '')), ' ') WHERE ${isMeant}))
    WITH p ORDER BY p.date DESC, p.id
    WITH collect(p) AS found
    ${facetOf('COUNTRY', 'MATCH (p)-[:COVERS]->(x:Country) WITH DISTINCT p, x.id AS value')}
    ${facetOf('THEME', 'MATCH (p)-[:ABOUT]->(x:Theme) WITH DISTINCT p, x.id AS value')}
    ${facetOf('LANGUAGE', 'WITH p, p.language AS value WHERE value IS NOT NULL')}
    ${facetOf('YEAR', 'WITH p, left(p.date, 4) AS value WHERE value IS NOT NULL')}
    RETURN {publications: {totalCount: size(found), nodes: [p IN found[..20] | p {.id, .title}],
      facets: [COUNTRY, THEME, LANGUAGE, YEAR]}} AS answer`,
  '/path': `
    MATCH (start:Publication {id: $from})
    CALL () {
      MATCH (end:Theme {id: $to}) RETURN end UNION MATCH (end:Instrument {id: $to}) RETURN end
      UNION MATCH (end:Organisation {id: $to}) RETURN end UNION MATCH (end:Project {id: $to}) RETURN end
    }
    MATCH way = allShortestPaths((start)-[:${relationNames.join('|')}*..6]-(end))
    WITH way, [node IN nodes(way) | node.id] AS ids ORDER BY ids LIMIT 20
    RETURN {path: collect({length: length(way), nodes: [node IN nodes(way) | node {.id}],
      hops: [link IN relationships(way) | {statement: {relation: type(link)}}]})} AS answer`,
  '/matrix': matrixOf('MATCH (p:Publication)'),
  '/filtered-matrix': matrixOf(`MATCH (:Country {id: $country})<-[:COVERS]-(p:Publication) WHERE ${fromYear}`),
};
