namespace Open311.Mock.Clients;

/// <summary>What a client did before a call, as far as rules ask.</summary>
/// <param name="SameUrlAsked">Calls for the same URL within the last ten seconds, this one included, with no POST in between; 0 where that was told lately.</param>
/// <param name="NotFound">Calls for the same URL answered 404 within the last minute, this one included.</param>
/// <param name="ListsBeforePosts">How many of the last POSTs, this one included, each followed a reading of the service list.</param>
/// <param name="PostedBefore">Whether the same body was accepted within the last minute.</param>
/// <param name="SinceTokenAsked">Time since the client asked for the same token; null when it did not.</param>
/// <param name="IsToken">Whether the id asked for is a token that was given out.</param>
internal readonly record struct Past(
    int SameUrlAsked, int NotFound, int ListsBeforePosts, bool PostedBefore, TimeSpan? SinceTokenAsked, bool IsToken);
