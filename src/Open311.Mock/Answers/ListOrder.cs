namespace Open311.Mock.Answers;

/// <summary>The order of a request list, which the specification leaves open.</summary>
internal enum ListOrder
{
    NewestFirst,

    OldestFirst,

    ById,

    ByUpdate,
}
