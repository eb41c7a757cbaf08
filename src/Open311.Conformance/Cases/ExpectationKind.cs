namespace Open311.Conformance.Cases;

/// <summary>The vocabulary of <c>expect</c>.</summary>
public enum ExpectationKind
{
    /// <summary><c>status: 200</c> or <c>status: { pass: [404], warn: [400] }</c>; <c>4xx</c> stands for every code of that class.</summary>
    Status,

    /// <summary><c>document: services</c>: the body is of that shape, in the format asked.</summary>
    Document,

    /// <summary><c>every: { field: status, in: [open] }</c>: each item has one of the values.</summary>
    Every,

    /// <summary><c>includes: { field: service_request_id, values: ["{id}"] }</c>: each value occurs in some item.</summary>
    Includes,

    /// <summary><c>count: 1</c>: so many items.</summary>
    Count,

    /// <summary><c>same-items-as: GET services.{format}</c>: the same items by identifier as another answer.</summary>
    SameItems,

    /// <summary><c>not-empty: true</c>: a list with at least one item.</summary>
    NotEmpty,

    /// <summary><c>empty-list</c>: a list without items.</summary>
    EmptyList,

    /// <summary><c>refused-or-empty: [400, 404]</c>: refused with one of these codes, or a list without items.</summary>
    RefusedOrEmpty,

    /// <summary><c>names: jurisdiction_id</c>: the error description names the argument.</summary>
    Names,

    /// <summary><c>same-status-as: GET ...</c>: the same status as another answer.</summary>
    SameStatus,

    /// <summary><c>accepted: true</c>: the report posted is accepted, as the plainest one is.</summary>
    Accepted,
}
