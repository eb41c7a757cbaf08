using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

/// <summary>Judges a body by a shape, and says in short what was found.</summary>
static class Shaping
{
    static readonly Suite suite = Suite.Load();
    static readonly DateTimeOffset now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Such as <c>FAIL GR2-SVC-003</c>, one line for each requirement, in order of ids; passes left out.</summary>
    public static IReadOnlyList<string> Judge(string shape, DataFormat format, string body, int status = 200)
    {
        var tallies = Tallies(shape, format, body, status);
        return
        [
            .. tallies
                .SelectMany(t => t.Value.Verdicts.Where(v => v != Verdict.Pass).Select(v => $"{v.Word().ToUpperInvariant()} {t.Key.Requirement}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The requirements that were seen to pass.</summary>
    public static IReadOnlySet<string> Passes(string shape, DataFormat format, string body, int status = 200) =>
        Tallies(shape, format, body, status).Where(t => t.Value.Count(Verdict.Pass) > 0).Select(t => t.Key.Requirement).ToHashSet();

    static IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> Tallies(string name, DataFormat format, string body, int status)
    {
        var shape = suite.Shapes[name];
        var ask = new Ask { Resource = shape.Resources[0], Path = $"x.{format.Extension()}", Format = format };
        var exchange = new Exchange
        {
            Request = new ProbeRequest { Url = new Uri("http://city.example/x") },
            Outcome = ExchangeOutcome.Answered,
            Answer = new Answer { Status = status, Body = Encoding.UTF8.GetBytes(body) },
        };
        var reply = new Reply(ask, new Inquiry { Attempts = [exchange] });
        var record = new Recorder("a-case", id => suite.Catalog[id]);
        reply.Document.Should().NotBeNull("the body of a shape test is well formed");
        suite.ShapeJudge.Judge(new ShapeContext(record, reply, shape, format, now), reply.Document!);
        return record.Tallies;
    }
}
