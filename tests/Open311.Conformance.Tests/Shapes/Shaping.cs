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

    /// <summary>Everything that is said, passes once for each requirement.</summary>
    public static IEnumerable<string> Told(string shape, DataFormat format, string body, int status) =>
        Tallies(shape, format, body, status).SelectMany(t => t.Value.Verdicts.SelectMany(v => t.Value.First(v).Take(v == Verdict.Pass ? 1 : 3)))
            .Select(o => $"{o.Verdict.Word()} {o.Requirement} {o.Format}: {o.Message}{(o.Expected is null ? "" : $" | {o.Expected} | {o.Actual} | {o.Pointer}{(o.BlockedBy is null ? "" : $" | from {o.BlockedBy}")}")}");

    /// <summary>What follows from what, such as <c>GR2-XML-007 from GR2-XML-002</c>, told by the first violation of each requirement.</summary>
    public static IReadOnlyList<string> Roots(string shape, DataFormat format, string body, int status = 200) =>
    [
        .. Tallies(shape, format, body, status)
            .Select(t => (t.Key.Requirement, First: t.Value.First(Verdict.Fail).Concat(t.Value.First(Verdict.Warn)).FirstOrDefault()))
            .Where(t => t.First?.BlockedBy is not null)
            .Select(t => $"{t.Requirement} from {t.First!.BlockedBy}")
            .Order(StringComparer.Ordinal),
    ];

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
        reply.Document.Should().NotBeNull("the body of a shape test is well formed");
        var afresh = Judged(null);

        // Whether an equal item was seen before makes no difference to what is said.
        var clean = new CleanItems();
        Counts(Judged(clean)).Should().Equal(Counts(afresh));
        Counts(Judged(clean)).Should().Equal(Counts(afresh));
        return afresh;

        IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> Judged(CleanItems? known)
        {
            var record = new Recorder("a-case", id => suite.Catalog[id]);
            suite.ShapeJudge.Judge(new ShapeContext(record, reply, shape, format, now) { Clean = known }, reply.Document!);
            return record.Tallies;
        }
    }

    static IReadOnlyList<string> Counts(IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> tallies) =>
        [.. tallies.SelectMany(t => t.Value.Verdicts.Select(v => $"{t.Key.Requirement} {v.Word()} {t.Value.Count(v)}")).Order(StringComparer.Ordinal)];
}
