namespace Open311.Conformance.Asking;

/// <summary>What kind of answer a question deserves; decides which rules look at the answer.</summary>
public enum Purpose
{
    /// <summary>A plain, valid read: 200 with data.</summary>
    Read,

    /// <summary>Something to be refused: 4xx with an error body in the format asked.</summary>
    Refusal,

    /// <summary>Data or a refusal, both are allowed; either in the format asked.</summary>
    Open,

    /// <summary>The body is free: an unknown extension or path, another method, HTML for people.</summary>
    Free,
}
