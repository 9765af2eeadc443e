/**
 * @generated SignedSource<<80a04300ad3c5d8c84e2ff8b8e3dc242>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type library_publication$data = {
  readonly id: string;
  readonly publishers: ReadonlyArray<{
    readonly name: string;
  }>;
  readonly title: string;
  readonly " $fragmentType": "library_publication";
};
export type library_publication$key = {
  readonly " $data"?: library_publication$data;
  readonly " $fragmentSpreads": FragmentRefs<"library_publication">;
};

import libraryPublicationQuery_graphql from './libraryPublicationQuery.graphql';

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": libraryPublicationQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "library_publication",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "title",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organisation",
      "kind": "LinkedField",
      "name": "publishers",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "type": "Publication",
  "abstractKey": null
};

(node as any).hash = "afd0f20c994eb546e87f3a4863fb73de";

export default node;
