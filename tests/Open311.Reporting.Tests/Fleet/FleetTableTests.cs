using System.Globalization;
using System.Text;
using CsvHelper;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using Open311.Reporting.Tests.Samples;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Fleet;

sealed class FleetTableTests
{
    [Test]
    public async Task Has_a_line_a_target() => await Verifier.Verify(Text(Fleets.Mixed()).TrimStart('\uFEFF'), "csv");

    [Test]
    public void Begins_with_a_byte_order_mark_and_ends_lines_as_RFC_4180_has_it()
    {
        var bytes = Bytes(Fleets.Mixed());
        bytes[..4].Should().Equal(0xEF, 0xBB, 0xBF, (byte)'n');
        var text = Encoding.UTF8.GetString(bytes);
        text.Should().EndWith("\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContain("\n").And.NotContain("\r");
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("  =1+1")]
    [TestCase("\t=1+1")]
    [TestCase("\r\n=1+1")]
    [TestCase("＝1+1")]
    [TestCase("=HYPERLINK(\"http://evil.example\",\"x\")")]
    public void No_cell_is_a_formula(string text)
    {
        foreach (var cell in Cells(Fleets.Of(FleetEntry.Untested(text, text, text))))
            (cell.Length == 0 || !"=+-@＝＋－＠\t\r\n ".Contains(cell[0], StringComparison.Ordinal)).Should().BeTrue(cell);
    }

    [TestCase("x;=1+1")]
    [TestCase("x; @1")]
    [TestCase("x;\"=1+1")]
    [TestCase("x|-1")]
    public void No_cell_becomes_a_formula_where_another_character_separates(string text)
    {
        var all = Text(Fleets.Of(FleetEntry.Untested(text, "", text)));
        all.Should().NotMatchRegex("[;|]\"*\\s*[=+\\-@]");
    }

    [Test]
    public void What_a_target_said_stays_in_its_cell()
    {
        var cells = Cells(Fleets.Of(FleetEntry.Untested("a,b", "http://x.example/\"", "one\ntwo, \"three\"\r\nfour")));
        cells[0].Should().Be("a,b");
        cells[1].Should().Be("http://x.example/\"");
        cells[4].Should().Be("one\\ntwo, \"three\"\\nfour");
    }

    [Test]
    public void Hostile_targets_add_no_line_and_show_no_secret()
    {
        var text = Text(Fleets.Poisoned());
        text.Split("\r\n").Should().HaveCount(4);
        text.Should().NotContainAny("t0ps3cret", "\u0000", "\u001b", "\u202E");
    }

    [Test]
    public void Columns_are_the_same_whatever_was_found()
    {
        var none = Text(Fleets.Of(FleetEntry.NotStarted("a", ""))).Split("\r\n")[0];
        Text(Fleets.Mixed()).Split("\r\n")[0].Should().Be(none);
    }

    [Test]
    public async Task Both_files_are_written_and_nothing_else()
    {
        using var written = new Written();
        var files = await FleetWriter.WriteAsync(Fleets.Mixed(), written.Folder);
        files.Select(f => f.Name).Should().Equal("index.html", "index.csv");
        written.Folder.EnumerateFiles().Should().HaveCount(2);
        await FleetWriter.WriteAsync(Fleets.Mixed(), written.Folder);
        written.Folder.EnumerateFiles().Should().HaveCount(2);
    }

    [Test]
    public void Reports_that_were_not_written_prove_nothing() =>
        FleetEntry.Of("Good", Runs.Named("conformant")).WithoutReports("The disk is full.").Should().BeEquivalentTo(
            new { State = FleetState.CouldNotTest, ExitCode = (int)RunOutcome.CouldNotTest, Reason = "Conforms, but the reports could not be written: The disk is full." });

    static List<string> Cells(FleetReport report)
    {
        using var csv = new CsvReader(new StringReader(Text(report).TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        csv.Read().Should().BeTrue();
        csv.Read().Should().BeTrue();
        return [.. csv.Parser.Record!];
    }

    static string Text(FleetReport report) => Encoding.UTF8.GetString(Bytes(report));

    static byte[] Bytes(FleetReport report)
    {
        using var stream = new MemoryStream();
        FleetCsv.Write(report, stream);
        return stream.ToArray();
    }
}
