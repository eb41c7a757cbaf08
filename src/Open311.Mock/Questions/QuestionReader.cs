using Open311.Mock.Answers;

namespace Open311.Mock.Questions;

/// <summary>Understands a request target. Works on the raw text, so that percent-encoded slashes and dots stay part of their value.</summary>
internal sealed class QuestionReader(CityRules rules)
{
    public Question Read(string method, string target)
    {
        var raw = WithoutOrigin(target);
        var mark = raw.IndexOf('?');
        var path = mark < 0 ? raw : raw[..mark];
        var question = new Question
        {
            Method = method,
            Target = raw,
            Query = mark < 0 ? Arguments.None : Arguments.Read(raw[(mark + 1)..]),
        };
        if (Below(path, rules.DiscoveryPath) is [var name] && Split(name) is ("discovery", var extension))
            return question with { Place = Place.Discovery, Extension = extension };
        return Below(path, rules.EndpointPath) is { } segments ? Resource(question, segments) : question;
    }

    Question Resource(Question question, string[] segments)
    {
        var (name, extension) = Split(segments[^1]);
        var place = (segments.Length, segments.Length == 1 ? name : segments[0]) switch
        {
            (1, "discovery") when rules.EndpointPath.StartsWith(rules.DiscoveryPath, StringComparison.Ordinal) => Place.Discovery,
            (1, "services") => Place.Services,
            (1, "requests") => Place.Requests,
            (2, "services") when !rules.Misbehaviour.SingularPaths => Place.Definition,
            (2, "requests") when !rules.Misbehaviour.SingularPaths => Place.Request,
            (2, "service") when rules.Misbehaviour.SingularPaths => Place.Definition,
            (2, "request") when rules.Misbehaviour.SingularPaths => Place.Request,
            (2, "tokens") => Place.Token,
            _ => Place.Nowhere,
        };
        return question with { Place = place, Extension = extension, Key = segments.Length == 2 ? name : "" };
    }

    static string WithoutOrigin(string target)
    {
        if (target.StartsWith('/'))
            return target;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : target[slash..];
    }

    static string[]? Below(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/'
            ? path[(folder.Length + 1)..].Split('/')
            : null;

    // The last dot separates the extension: codes and ids may hold dots of their own.
    static (string Name, string Extension) Split(string segment)
    {
        var text = Uri.UnescapeDataString(segment);
        var dot = text.LastIndexOf('.');
        return dot < 0 ? (text, "") : (text[..dot], text[(dot + 1)..]);
    }
}
