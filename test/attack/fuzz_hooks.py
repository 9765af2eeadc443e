"""What schemathesis is to know of our API: how its JSON is made, and that an error with a code of ours is an answer."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

schemathesis.graphql.scalar(
    "JSON",
    st.one_of(
        st.just(nodes.Object(fields=[])),
        st.text(max_size=50).map(nodes.String),
        st.integers().map(nodes.Int),
        st.just(nodes.Null),
    ),
)

inside = ("node_modules", "TypeError", "RangeError", "GRAFEO", "Neo4j", "/src/", "/dist/")


@schemathesis.check
def an_answer_of_ours(ctx, response, case):
    assert response.status_code < 500, f"status {response.status_code}"
    assert "INTERNAL_SERVER_ERROR" not in response.text, "a mistake of ours"
    for word in inside:
        assert word not in response.text, f"tells of its inside: {word}"
    for error in response.json().get("errors", []):
        assert error["extensions"]["code"], "an error without a code"
