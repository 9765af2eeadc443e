/**
 * A GraphQL document that knows what it answers: those of `operations.generated.ts`, and any that a code generator
 * makes in its string mode. A plain string is one too; its answer is `unknown` unless you name it.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  /** Never there: it carries the types. */
  __apiType?: (variables: Variables) => Result;
}
