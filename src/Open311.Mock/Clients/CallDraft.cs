using System.Text;
using Open311.Mock.Questions;
using Open311.Protocol.Forms;
using Open311.Protocol.Paths;

namespace Open311.Mock.Clients;

/// <summary>A call being put right, and how it is then made with curl.</summary>
internal sealed class CallDraft
{
    const int LongestValue = 400;

    static readonly string[] Personal = ["email", "first_name", "last_name", "phone", "device_id", "account_id"];

    readonly string endpoint;

    public CallDraft(ClientCall call)
    {
        endpoint = call.City.Endpoint.OriginalString;
        IsPost = call.Method == "POST" && call.IsReport;
        Place = IsPost ? Place.Requests : call.Question.Place;
        Key = call.Question.Key;
        Extension = call.Question.Extension is "json" && call.City.Json ? "json" : "xml";
        Arguments = [.. call.Sent.Where(a => !a.IsEmpty && a.Name is not ("api_key" or "format" or "response_format")).Select(a => KeyValuePair.Create(a.Name, a.Value))];
    }

    public bool IsPost { get; set; }

    public Place Place { get; set; }

    public string Key { get; set; }

    public string Extension { get; set; }

    public List<KeyValuePair<string, string>> Arguments { get; private set; }

    public void Set(string name, string value)
    {
        var at = Arguments.FindIndex(a => a.Key == name);
        Remove(name);
        Arguments.Insert(at < 0 ? Arguments.Count : at, KeyValuePair.Create(name, value));
    }

    public void Remove(string name) => Arguments.RemoveAll(a => a.Key == name);

    public void Rename(string from, string to) =>
        Arguments = [.. Arguments.Select(a => a.Key == from ? KeyValuePair.Create(to, a.Value) : a)];

    /// <summary>The command; null where it is not known what was meant.</summary>
    public string? Curl()
    {
        var path = Place switch
        {
            Place.Services => "services",
            Place.Requests => "requests",
            Place.Definition => $"services/{ResourcePath.Segment(Key)}",
            Place.Request => $"requests/{ResourcePath.Segment(Key)}",
            Place.Token => $"tokens/{ResourcePath.Segment(Key)}",
            Place.Discovery => "discovery",
            _ => null,
        };
        if (path is null)
            return null;
        var url = $"{endpoint}/{path}.{Extension}";
        if (!IsPost)
            return $"curl {Quoted(ExactUrl.Join(endpoint, $"{path}.{Extension}", FormEncoding.Write(Arguments.Select(Clean), new FormStyle(BareBrackets: false, BlankAsPercent20: true))))}";
        var command = new StringBuilder("curl --data-urlencode \"api_key=$OPEN311_API_KEY\"");
        foreach (var argument in Arguments.Select(Clean))
            command.Append(" --data-urlencode ").Append(Quoted($"{argument.Key}={argument.Value}"));
        return command.Append(' ').Append(Quoted(url)).ToString();
    }

    static KeyValuePair<string, string> Clean(KeyValuePair<string, string> argument)
    {
        if (Personal.Contains(argument.Key))
            return KeyValuePair.Create(argument.Key, argument.Key == "email" ? "someone@example.org" : "...");
        return argument.Value.Length > LongestValue ? KeyValuePair.Create(argument.Key, argument.Value[..LongestValue]) : argument;
    }

    static string Quoted(string text) => $"'{text.Replace("\0", "").Replace("'", "'\\''")}'";
}
