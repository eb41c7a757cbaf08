namespace Open311.Mock.Answers;

/// <summary>What is done with an argument that cannot be served as it stands.</summary>
internal enum Reaction
{
    /// <summary>400 with an error body.</summary>
    Refuse,

    /// <summary>404 with an error body.</summary>
    NotFound,

    /// <summary>200 with an empty list.</summary>
    Empty,

    /// <summary>As if it had not been sent.</summary>
    Ignore,

    /// <summary>A window is shortened to what is allowed.</summary>
    Cut,

    /// <summary>500 with an error body.</summary>
    Fail,
}
