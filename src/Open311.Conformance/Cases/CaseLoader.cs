using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;
using Open311.Protocol;

namespace Open311.Conformance.Cases;

/// <summary>Reads <c>fixtures/cases</c>.</summary>
public static class CaseLoader
{
    /// <summary>The cases this suite was built with.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static CaseBook Load() => Load(FixtureFile.Embedded("cases"));

    /// <summary>The cases of some files.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static CaseBook Load(IReadOnlyList<FixtureFile> files)
    {
        var cases = new List<Case>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var reader in FixtureReader.Each(file.Read(), "a case"))
            {
                var read = Read(reader);
                if (!seen.Add(read.Id))
                    throw reader.Node.Refuse($"the id '{read.Id}' is given twice");
                cases.Add(read);
            }
        }

        return new(cases);
    }

    static Case Read(FixtureReader reader)
    {
        var id = reader.Text("id");
        reader.Subject = id;
        var shape = reader.TextOrNull("shape");

        // A shape names its requirements itself.
        var requirements = shape is null ? reader.Texts("requirements") : [];
        var send = reader.Optional("send");
        var post = reader.Optional("post");
        var over = reader.OneOfOrNull("over", "answers");
        var rule = reader.TextOrNull("rule");
        var result = new Case
        {
            Id = id,
            Title = reader.Text("title"),
            Requirements = requirements,
            Formats = [.. reader.TextsOrEmpty("formats").Select(f => Format(reader, f))],
            Given = reader.TextsOrEmpty("given"),
            Each = ReadEach(reader),
            Send = send is null ? null : ReadSend(send, id),
            Post = post is null ? null : PostReader.Read(post, id),
            Rank = reader.NumberOrNull("rank") ?? 0,
            AfterPosts = reader.OneOfOrNull("after", "posts") is not null,
            Expect = [.. ReadExpectations(reader, requirements)],
            Rule = rule,
            Shape = shape,
            OverAnswers = over is not null || shape is not null,
            Source = $"{reader.Node.File}({reader.Node.Line})",
        };
        reader.Close();
        if (new object?[] { result.Send, result.Post, rule, shape }.Count(way => way is not null) != 1)
            throw reader.Node.Refuse($"{id}: expected one of send with expect, post with expect, rule, or shape");
        if (result.Post is not null && result.Rank <= 0)
            throw reader.Node.Refuse($"{id}: rank is missing; what posts says how telling it is, 1 for the most");
        if ((result.Send is not null || result.Post is not null) && result.Expect.Count == 0)
            throw reader.Node.Refuse($"{id}: expect is missing; a case that expects nothing decides nothing");
        CheckVariables(reader, result);
        return result;
    }

    static void CheckVariables(FixtureReader reader, Case read)
    {
        foreach (var given in read.Given.Where(g => !Givens.All.ContainsKey(g)))
            throw reader.Node.Refuse($"{read.Id}: given names '{given}', which is none of {string.Join(", ", Givens.All.Keys)}");
    }

    static DataFormat Format(FixtureReader reader, string word) => word switch
    {
        "xml" => DataFormat.Xml,
        "json" => DataFormat.Json,
        _ => throw reader.Node.Refuse($"{reader.Subject}: formats names '{word}', expected xml or json"),
    };

    static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> ReadEach(FixtureReader reader)
    {
        if (reader.MappingOrNull("each", "variables with their values") is not { } each)
            return [];
        return [.. each.Keys.Select(k => KeyValuePair.Create(k, each.Texts(k)))];
    }

    static SendTemplate ReadSend(FixtureNode node, string id)
    {
        if (node.Kind == FixtureKind.Scalar)
            return Line(node, node.Text, id);
        var reader = new FixtureReader(node, "what to send") { Subject = id };
        var line = Line(node, reader.Text("line"), id);
        var headers = reader.MappingOrNull("headers", "header names and values");
        var send = line with
        {
            Purpose = reader.OneOfOrNull("purpose", "read", "refusal", "open", "free") is { } purpose ? Enum.Parse<Purpose>(purpose, ignoreCase: true) : Purpose.Read,
            Headers = headers is null ? [] : [.. headers.Keys.Select(k => new HeaderField(k, headers.Text(k)))],
            Occasion = reader.NumberOrNull("occasion") ?? 0,
            Jurisdiction = reader.OneOfOrNull("jurisdiction", "none") is null ? null : "",
            Anonymous = reader.FlagOr("anonymous", false),
            WithKey = reader.FlagOr("with-key", false),
        };
        reader.Close();
        return send;
    }

    static SendTemplate Line(FixtureNode node, string line, string id)
    {
        var parts = line.Split(' ', 2);
        if (parts.Length != 2 || !parts[0].All(char.IsAsciiLetterUpper))
            throw node.Refuse($"{id}: send is '{line}', expected a method and a path such as GET requests.{{format}}?status=open");
        var target = parts[1].Split('?', 2);
        return new SendTemplate
        {
            Method = parts[0],
            Path = target[0],
            Query = target.Length == 1 ? [] : [.. target[1].Split('&').Select(Pair)],
        };
    }

    static KeyValuePair<string, string> Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? KeyValuePair.Create(text, "") : KeyValuePair.Create(text[..equals], text[(equals + 1)..]);
    }

    static IEnumerable<Expectation> ReadExpectations(FixtureReader reader, IReadOnlyList<string> requirements)
    {
        foreach (var item in reader.MappingsOrEmpty("expect", "an expectation"))
            yield return ExpectationReader.Read(item, reader.Subject, requirements);
    }

    /// <summary>Reads a template that an expectation compares with.</summary>
    internal static SendTemplate Other(FixtureNode node, string id) => ReadSend(node, id);
}
