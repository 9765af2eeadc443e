const shared = 'ABOUT|COVERS|REFERS_TO|PART_OF|PUBLISHED_BY|AUTHORED_BY|CITES';

/** What the target shares with others, for a target bound as `target`: `entity`, its `kind` and its `idf`. */
const features = (target: string, rest: string) => `
  CALL () { MATCH (publication:Publication) RETURN count(publication) AS total }
  MATCH (${target})-[link:${shared}]->(entity)${rest}
  WITH entity, head(collect(type(link))) AS kind, total, COUNT { (entity)<-[:${shared}]-() } AS holders
  WHERE holders > 1
  WITH entity, kind, log(toFloat(total) / holders) AS idf`;

/**
 * The ten publications that share the most with the node bound as `target`, the best first, as rows of `other` and
 * `score`: the sum of the idf of what both link to. Ties are left as they fall, which saves the reading of every id.
 */
export const relatedTo = (target: string): string => `
  CALL (${target}) {${features(target, '')}
    MATCH (entity)<-[:${shared}]-(other)
    WHERE other <> ${target}
    RETURN other, sum(idf) AS score
    ORDER BY score DESC LIMIT 10
  }`;

/** The reasons for one of them: what both link to with its share of the score, the strongest first. */
export const reasonsFor = (target: string): string => `
  CALL (${target}, other, score) {${features(target, `<-[:${shared}]-(other)`)}
    ORDER BY idf DESC
    RETURN collect({ kind: kind, share: idf / score, entity: entity.id }) AS reasons
  }`;
