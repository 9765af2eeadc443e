/**
 * @generated SignedSource<<97701635a23f49314c81ece6fe50de1a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type library_shelf$data = {
  readonly publications: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly " $fragmentSpreads": FragmentRefs<"library_publication">;
      };
    }>;
  };
  readonly " $fragmentType": "library_shelf";
};
export type library_shelf$key = {
  readonly " $data"?: library_shelf$data;
  readonly " $fragmentSpreads": FragmentRefs<"library_shelf">;
};

import libraryPaginationQuery_graphql from './libraryPaginationQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = [
  "publications"
];
return {
  "argumentDefinitions": [
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "after"
    },
    {
      "defaultValue": 4,
      "kind": "LocalArgument",
      "name": "first"
    }
  ],
  "kind": "Fragment",
  "metadata": {
    "connection": [
      {
        "count": "first",
        "cursor": "after",
        "direction": "forward",
        "path": (v0/*:: as any*/)
      }
    ],
    "refetch": {
      "connection": {
        "forward": {
          "count": "first",
          "cursor": "after"
        },
        "backward": null,
        "path": (v0/*:: as any*/)
      },
      "fragmentPathInResult": [],
      "operation": libraryPaginationQuery_graphql
    }
  },
  "name": "library_shelf",
  "selections": [
    {
      "alias": "publications",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "themes": [
              "theme/residence"
            ]
          }
        }
      ],
      "concreteType": "PublicationConnection",
      "kind": "LinkedField",
      "name": "__library_publications_connection",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "PublicationEdge",
          "kind": "LinkedField",
          "name": "edges",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "concreteType": "Publication",
              "kind": "LinkedField",
              "name": "node",
              "plural": false,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "id",
                  "storageKey": null
                },
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "library_publication"
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "__typename",
                  "storageKey": null
                }
              ],
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "cursor",
              "storageKey": null
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "PageInfo",
          "kind": "LinkedField",
          "name": "pageInfo",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "endCursor",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "hasNextPage",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": "__library_publications_connection(filter:{\"themes\":[\"theme/residence\"]})"
    }
  ],
  "type": "Query",
  "abstractKey": null
};
})();

(node as any).hash = "032b9a520633ed11eeb2a4bae3d40aa9";

export default node;
