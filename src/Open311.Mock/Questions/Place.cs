namespace Open311.Mock.Questions;

/// <summary>Which resource a call is about.</summary>
internal enum Place
{
    /// <summary>Nothing that exists here.</summary>
    Nowhere,

    Discovery,

    Services,

    Definition,

    Requests,

    Request,

    Token,
}
