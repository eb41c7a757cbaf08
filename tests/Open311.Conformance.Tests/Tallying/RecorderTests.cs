using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Tallying;

public sealed class RecorderTests
{
    const string Must = "GR2-REQS-001";
    const string Should = "GR2-ADV-001";
    const string May = "GR2-ADV-003";

    [TestCase(Must, Verdict.Fail, Verdict.Fail)]
    [TestCase(Must, Verdict.Warn, Verdict.Warn)]
    [TestCase(Must, Verdict.Info, Verdict.Info)]
    [TestCase(Must, Verdict.Pass, Verdict.Pass)]
    [TestCase(Should, Verdict.Fail, Verdict.Warn)]
    [TestCase(Should, Verdict.Warn, Verdict.Warn)]
    [TestCase(Should, Verdict.Info, Verdict.Info)]
    [TestCase(Should, Verdict.Inconclusive, Verdict.Inconclusive)]
    [TestCase(May, Verdict.Fail, Verdict.Info)]
    [TestCase(May, Verdict.Warn, Verdict.Info)]
    [TestCase(May, Verdict.Pass, Verdict.Pass)]
    [TestCase(May, Verdict.Skipped, Verdict.Skipped)]
    public void No_verdict_is_graver_than_the_level_of_its_requirement(string requirement, Verdict said, Verdict kept)
    {
        var record = Empty();
        record.Add(said, requirement, null, "Something was seen.");
        record.Tallies[(requirement, null)].Verdicts.Should().Equal(kept);
        record.Tallies[(requirement, null)].First(kept)[0].Verdict.Should().Be(kept);
    }

    [Test]
    public void Severity_is_the_words_of_the_specification()
    {
        Empty().Severity(Must).Should().Be(Verdict.Fail);
        Empty().Severity(Should).Should().Be(Verdict.Warn);
        Empty().Severity(May).Should().Be(Verdict.Info);
    }

    [Test]
    public void Takes_down_where_it_was_seen()
    {
        var reply = Answered("<a>\n<b>x</b>\n</a>");
        var record = Empty();
        record.Add(Verdict.Fail, Must, DataFormat.Xml, "Seen.", "y", "x", reply, reply.Document!.Root.Children[0], "GR2-REQS-002", 4);

        var seen = record.Tallies[(Must, DataFormat.Xml)].First(Verdict.Fail).Should().ContainSingle().Which;
        seen.Should().BeEquivalentTo(new
        {
            Requirement = Must,
            Format = (DataFormat?)DataFormat.Xml,
            Case = "a-case",
            Message = "Seen.",
            Expected = "y",
            Actual = "x",
            ExchangeKey = reply.Exchange.Request.Key,
            Pointer = "/a/b",
            Line = 2,
            BlockedBy = "GR2-REQS-002",
        });
        record.Tallies[(Must, DataFormat.Xml)].Count(Verdict.Fail).Should().Be(4);
    }

    [Test]
    public void Leaves_out_what_is_not_known()
    {
        var record = Empty();
        record.Add(Verdict.Pass, Must, null, "Seen.");
        var seen = record.Tallies[(Must, null)].First(Verdict.Pass)[0];
        (seen.Expected, seen.Actual, seen.ExchangeKey, seen.Pointer, seen.Line, seen.BlockedBy).Should().Be((null, null, null, null, null, null));
        record.Tallies[(Must, null)].Total.Should().Be(1);
    }

    [Test]
    public void Cuts_long_values_short()
    {
        var record = Empty();
        record.Add(Verdict.Fail, Must, null, "Seen.", actual: new string('x', 300));
        record.Add(Verdict.Fail, Must, null, "Seen.", actual: new string('x', 301));

        var actual = record.Tallies[(Must, null)].First(Verdict.Fail).Select(o => o.Actual);
        actual.Should().Equal(new string('x', 300), new string('x', 300) + "…");
    }

    [Test]
    public void Knows_what_was_violated_in_which_format()
    {
        var record = Empty();
        record.Add(Verdict.Pass, Must, DataFormat.Xml, "Seen.");
        record.Add(Verdict.Fail, Must, DataFormat.Json, "Seen.");
        record.Add(Verdict.Warn, Should, DataFormat.Json, "Seen.");

        record.Has(Must, DataFormat.Xml).Should().BeTrue();
        record.Has(Must, null).Should().BeFalse();
        record.HasViolation(Must, DataFormat.Xml).Should().BeFalse();
        record.HasViolation(Must, DataFormat.Json).Should().BeTrue();
        record.HasViolation(Should, DataFormat.Json).Should().BeTrue();
        record.HasViolation(Should, DataFormat.Xml).Should().BeFalse();
    }

    [Test]
    public void Goes_back_to_what_it_was()
    {
        var record = Empty();
        record.Add(Verdict.Fail, Must, null, "Before.");
        var before = record.Snapshot();

        record.Add(Verdict.Pass, Must, null, "After.");
        record.HasMoreViolationsThan(before).Should().BeFalse("a pass is no violation");
        record.Add(Verdict.Inconclusive, Should, null, "After.");
        record.HasMoreViolationsThan(before).Should().BeFalse("nothing was exercised");
        record.Add(Verdict.Warn, Should, null, "After.");
        record.HasMoreViolationsThan(before).Should().BeTrue();

        record.Restore(before);
        record.Tallies.Keys.Should().Equal((Must, null));
        record.Tallies[(Must, null)].Total.Should().Be(1);
        record.HasMoreViolationsThan(before).Should().BeFalse();
        record.Add(Verdict.Fail, Must, null, "Again.");
        record.HasMoreViolationsThan(before).Should().BeTrue("the snapshot does not grow with the record");
    }

    static Recorder Empty() => new("a-case", SmallRegister.Requirement);

    static Reply Answered(string body) => new(Ask.Services(DataFormat.Xml), new Inquiry
    {
        Attempts =
        [
            new Exchange
            {
                Request = new ProbeRequest { Url = new Uri("http://city.example/services.xml") },
                Outcome = ExchangeOutcome.Answered,
                Answer = new Answer { Status = 200, Body = Encoding.UTF8.GetBytes(body) },
            },
        ],
    });
}
