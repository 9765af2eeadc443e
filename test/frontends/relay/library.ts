// relay-compiler reads these documents. In a front end a plugin of the bundler puts what it made of them in their place;
// the test beside this file takes it by its name.
import { graphql } from 'relay-runtime';

export const page = graphql`
  query libraryQuery {
    ...library_shelf
  }
`;

export const shelf = graphql`
  fragment library_shelf on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 4 }, after: { type: "String" })
  @refetchable(queryName: "libraryPaginationQuery") {
    publications(filter: { themes: ["theme/residence"] }, first: $first, after: $after)
      @connection(key: "library_publications") {
      edges {
        node {
          id
          ...library_publication
        }
      }
    }
  }
`;

export const publication = graphql`
  fragment library_publication on Publication @refetchable(queryName: "libraryPublicationQuery") {
    title
    publishers {
      name
    }
  }
`;
