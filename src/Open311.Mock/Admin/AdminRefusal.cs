namespace Open311.Mock.Admin;

/// <summary>Ends an administration call with a status and one sentence.</summary>
/// <param name="status">400, 403, 404, 405 or 413.</param>
/// <param name="message">What was received and what was expected.</param>
internal sealed class AdminRefusal(int status, string message) : Exception(message)
{
    public int Status => status;
}
