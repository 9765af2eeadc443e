// Constraints and indexes, the same text for both engines; applied at every start (each line is idempotent).
// After each unique constraint stands an index on the same key: on Neo4j it does nothing, the embedded engine needs it
// to find a key without a scan. `revision` finds what changed since a revision.

CREATE CONSTRAINT publication_id IF NOT EXISTS FOR (n:Publication) REQUIRE n.id IS UNIQUE;
CREATE INDEX publication_id_index IF NOT EXISTS FOR (n:Publication) ON (n.id);
CREATE INDEX publication_revision IF NOT EXISTS FOR (n:Publication) ON (n.revision);
// The same title, in folded words, as a digest.
CREATE INDEX publication_title_key IF NOT EXISTS FOR (n:Publication) ON (n.titleKey);

CREATE CONSTRAINT organisation_id IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE INDEX organisation_id_index IF NOT EXISTS FOR (n:Organisation) ON (n.id);
CREATE INDEX organisation_revision IF NOT EXISTS FOR (n:Organisation) ON (n.revision);

CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE;
CREATE INDEX country_id_index IF NOT EXISTS FOR (n:Country) ON (n.id);
CREATE INDEX country_revision IF NOT EXISTS FOR (n:Country) ON (n.revision);

CREATE CONSTRAINT instrument_id IF NOT EXISTS FOR (n:Instrument) REQUIRE n.id IS UNIQUE;
CREATE INDEX instrument_id_index IF NOT EXISTS FOR (n:Instrument) ON (n.id);
CREATE INDEX instrument_revision IF NOT EXISTS FOR (n:Instrument) ON (n.revision);

CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (n:Theme) REQUIRE n.id IS UNIQUE;
CREATE INDEX theme_id_index IF NOT EXISTS FOR (n:Theme) ON (n.id);
CREATE INDEX theme_revision IF NOT EXISTS FOR (n:Theme) ON (n.revision);

CREATE CONSTRAINT project_id IF NOT EXISTS FOR (n:Project) REQUIRE n.id IS UNIQUE;
CREATE INDEX project_id_index IF NOT EXISTS FOR (n:Project) ON (n.id);
CREATE INDEX project_revision IF NOT EXISTS FOR (n:Project) ON (n.revision);

CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE INDEX person_id_index IF NOT EXISTS FOR (n:Person) ON (n.id);
CREATE INDEX person_revision IF NOT EXISTS FOR (n:Person) ON (n.revision);

// Addresses, DOIs and ISBNs that lead to a publication.
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;
CREATE INDEX identifier_id_index IF NOT EXISTS FOR (n:Identifier) ON (n.id);

// One node, which counts the revisions of the whole graph.
CREATE CONSTRAINT catalogue_id IF NOT EXISTS FOR (n:Catalogue) REQUIRE n.id IS UNIQUE;
CREATE INDEX catalogue_id_index IF NOT EXISTS FOR (n:Catalogue) ON (n.id);

// Ids that were merged or withdrawn.
CREATE CONSTRAINT retired_id IF NOT EXISTS FOR (n:Retired) REQUIRE n.id IS UNIQUE;
CREATE INDEX retired_id_index IF NOT EXISTS FOR (n:Retired) ON (n.id);
CREATE INDEX retired_survivor IF NOT EXISTS FOR (n:Retired) ON (n.survivor);

// Ids that links name and that are not there.
CREATE CONSTRAINT missing_id IF NOT EXISTS FOR (n:Missing) REQUIRE n.id IS UNIQUE;
CREATE INDEX missing_id_index IF NOT EXISTS FOR (n:Missing) ON (n.id);

// What each write did (by revision), and what entities stood on before it.
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE INDEX change_id_index IF NOT EXISTS FOR (n:Change) ON (n.id);
CREATE CONSTRAINT version_id IF NOT EXISTS FOR (n:Version) REQUIRE n.id IS UNIQUE;
CREATE INDEX version_id_index IF NOT EXISTS FOR (n:Version) ON (n.id);
CREATE INDEX version_of IF NOT EXISTS FOR (n:Version) ON (n.of);

// Questions for a curator.
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE INDEX proposal_id_index IF NOT EXISTS FOR (n:Proposal) ON (n.id);

// The last look at each address.
CREATE CONSTRAINT address_id IF NOT EXISTS FOR (n:Address) REQUIRE n.id IS UNIQUE;
CREATE INDEX address_id_index IF NOT EXISTS FOR (n:Address) ON (n.id);
