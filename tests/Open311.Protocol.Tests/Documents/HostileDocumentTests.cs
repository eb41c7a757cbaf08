using System.Text;
using CsCheck;
using Open311.Protocol.Documents;
using Open311.Protocol.Tests.Writing;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Documents;

public sealed class HostileDocumentTests
{
    const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Test, CancelAfter(60_000)]
    public void Does_not_expand_a_billion_laughs()
    {
        var entities = Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        var reading = $"{Declaration}<!DOCTYPE a [<!ENTITY l0 \"lol\">{string.Concat(entities)}]><a>&l9;</a>".Xml();
        reading.Has(DefectKind.DocumentType).Should().BeTrue();
        reading.Has(DefectKind.EntityReference).Should().BeTrue();
        reading.Document!.Root.RawText.Should().Be("&l9;");
    }

    [TestCase("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>")]
    [TestCase("<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/hostname\"> %x;]><a>&y;</a>")]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a>&x;</a>")]
    [TestCase("<!DOCTYPE a [<!ATTLIST a b CDATA 'smuggled'>]><a>&x;</a>")]
    [TestCase("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/hostname' parse='text'/>&x;</a>")]
    public void Never_reads_anything_from_outside(string xml)
    {
        var reading = (Declaration + xml).Xml();
        reading.Has(DefectKind.EntityReference).Should().BeTrue();
        var texts = reading.Document!.Root.Descendants().Prepend(reading.Document.Root).SelectMany(n => n.Attributes.Select(a => a.Value).Append(n.RawText));
        var host = File.Exists("/etc/hostname") ? File.ReadAllText("/etc/hostname").Trim() : "no such file";
        texts.Should().NotContain(t => t.Contains(host, StringComparison.Ordinal) || t.Contains("smuggled", StringComparison.Ordinal));
    }

    [TestCase("<a>", 100_000, DataFormat.Xml)]
    [TestCase("[", 100_000, DataFormat.Json)]
    [TestCase("{\"a\":", 100_000, DataFormat.Json)]
    [TestCase("<a>", 5_000_000, DataFormat.Xml)]
    [TestCase("[", 5_000_000, DataFormat.Json)]
    [CancelAfter(60_000)]
    public void Stops_where_nesting_exceeds_the_limit(string opening, int depth, DataFormat format)
    {
        var text = (format == DataFormat.Xml ? Declaration : "") + string.Concat(Enumerable.Repeat(opening, depth));
        var reading = Encoding.UTF8.GetBytes(text).Read(format);
        var column = text.Length - (opening.Length * depth) + (64 * opening.Length) + (opening[0] == '{' ? -3 : 1);
        reading.Kinds().Should().Be($"TooDeep@1:{column}");
        reading.Document.Should().BeNull();
    }

    [TestCase(1, true)]
    [TestCase(2, true)]
    [TestCase(3, false)]
    public void Counts_levels_alike_in_both_formats(int limit, bool isRefused)
    {
        var limits = new ReadLimits(MaxDepth: limit);
        $"{Declaration}<a><b><c>1</c></b></a>".Xml(limits).Has(DefectKind.TooDeep).Should().Be(isRefused);
        "{\"b\":{\"c\":1}}".Json(limits).Has(DefectKind.TooDeep).Should().Be(isRefused);
        "{\"b\":{\"c\":[]}}".Json(limits).Has(DefectKind.TooDeep).Should().Be(isRefused);
    }

    [Test]
    public void Never_reads_deeper_than_a_thousand_levels()
    {
        var limits = new ReadLimits(MaxDepth: int.MaxValue);
        var xml = Declaration + string.Concat(Enumerable.Repeat("<a>", 1001)) + string.Concat(Enumerable.Repeat("</a>", 1001));
        xml.Xml(limits).Has(DefectKind.TooDeep).Should().BeTrue();
        new string('[', 1001).Json(limits).Has(DefectKind.TooDeep).Should().BeTrue();
        var deepest = (new string('[', 1000) + new string(']', 1000)).Json(limits).Root().Descendants().Last();
        deepest.Pointer.Should().HaveLength(2 * 999);
    }

    [Test]
    public void Refuses_limits_that_allow_nothing_without_an_exception()
    {
        var limits = new ReadLimits(0, -5, -5);
        "{}".Json(limits).Kinds().Should().Be("TooLarge@0:0");
        "{}".Json(limits with { MaxBytes = 10 }).Kinds().Should().Be("TooDeep@1:1");
        "<a/>".Xml(limits with { MaxBytes = 10 }).Has(DefectKind.TooDeep).Should().BeTrue();
    }

    [Test]
    public void Refuses_bodies_and_trees_beyond_the_limits()
    {
        var limits = new ReadLimits(MaxBytes: 100, MaxNodes: 3);
        new byte[101].Read(DataFormat.Xml, limits).Defects.Single().Message.Should().Be("The body has 101 bytes; at most 100 are read. Nothing of it was judged.");
        "[1,2]".Json(limits).Defects.Should().BeEmpty();
        "[1,2,3]".Json(limits).Kinds().Should().Be("TooLarge@1:6");
        $"{Declaration}<a b='1' c='2'/>".Xml(limits).Defects.Should().BeEmpty();
        $"{Declaration}<a b='1' c='2'><d/></a>".Xml(limits).Kinds().Should().Be("TooLarge@1:54");
    }

    [TestCase(DataFormat.Xml)]
    [TestCase(DataFormat.Json)]
    [CancelAfter(60_000)]
    public void Reads_a_single_text_of_five_megabytes(DataFormat format)
    {
        var text = string.Concat(Enumerable.Repeat("Füße & <x> \r\n", 400_000));
        var reading = ResourceWriter.Write(new Resource("a", new DataText(text)), format).Read(format);
        reading.Root().RawText.Should().Be(text);
    }

    [Test]
    public void Ends_quickly_on_masses_of([Range(0, 13)] int number)
    {
        (string What, string Text)[] masses =
        [
            ("ampersands", Declaration + "<a>" + new string('&', 5_000_000)),
            ("entity references", Declaration + "<a>" + Repeat("&nbsp;", 500_000) + "</a>"),
            ("control characters", Declaration + "<a>" + new string('\u0001', 5_000_000) + "</a>"),
            ("CDATA sections", Declaration + "<a>" + Repeat("<![CDATA[a]]>", 300_000) + "</a>"),
            ("comments never closed", Declaration + "<a>& " + Repeat("<!--", 500_000)),
            ("comments with ampersands", Declaration + "<a>& " + Repeat("<!--&-->x", 300_000) + "</a>"),
            ("undeclared prefixes", Declaration + "<a>" + Repeat("<x:b y:c='1'/>", 100_000) + "</a>"),
            ("attributes", Declaration + "<a " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}='' ")) + "/>"),
            ("namespaces", Declaration + string.Concat(Enumerable.Range(0, 60).Select(i => $"<a {string.Concat(Enumerable.Range(0, 300).Select(j => $"xmlns:p{i}x{j}='u' "))}>"))),
            ("quotes in a document type", Declaration + "<!DOCTYPE a [" + Repeat("<!ENTITY x '>", 300_000) + "]><a>&x;</a>"),
            ("duplicate members", "{" + Repeat("\"a\":1,", 500_000) + "\"b\":2}"),
            ("distinct members", "{" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"\"m{i}\":1,")) + "\"b\":2}"),
            ("lone surrogates", "[" + Repeat("\"\\ud800\",", 300_000) + "1]"),
            ("control characters in JSON", "[\"" + new string('\u0001', 5_000_000) + "\"]"),
        ];
        var (what, text) = masses[number];
        var format = text[0] == '<' ? DataFormat.Xml : DataFormat.Json;

        // Time on the processor: other work on the machine does not count.
        var before = Environment.CpuUsage.TotalTime;
        var reading = Encoding.UTF8.GetBytes(text).Read(format);
        (Environment.CpuUsage.TotalTime - before).Should().BeLessThan(TimeSpan.FromSeconds(20), "there are {0}", what);
        reading.Defects.Should().HaveCountLessThan(100);
        _ = reading.Document?.Root.Descendants().Sum(n => (long)n.Pointer.Length + n.Position.Column);
        (Environment.CpuUsage.TotalTime - before).Should().BeLessThan(TimeSpan.FromSeconds(30), "there are {0}", what);
    }

    [Test]
    public void Never_throws_on_random_bytes() => Gen.Byte.Array[0, 200].Always(bytes => ReadAll(bytes), iter: 20_000);

    [Test]
    public void Never_throws_on_random_markup() => Generators.OneOf(
            "<", ">", "/", "?", "!", "<?xml ", "version=\"1.0\" ", "encoding='utf-8'", "?>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE ", "[", "]", "<!ENTITY ",
            "a", "b:", "xmlns", "xmlns:b", "=", "'", "\"", "&", ";", "&#", "&amp;", "&#x0;", "\0", "\r", "\n", " ", "<a>", "</a>", "<a/>", "xml", "xmlns:xml='x'", "{", "}", ",", ":",
            "\\", "\\u", "d83d", "0", "1", "-", ".", "e", "true", "null", "NaN", "\"a\":", "/*", "*/", "//", "\uFEFF", "\uE000", "\uD83D\uDE80")
        .Array[0, 30].Always(parts => ReadAll(Encoding.UTF8.GetBytes(string.Concat(parts))), iter: 50_000);

    [Test]
    public void Never_throws_on_mutations_of_sound_documents() => Gen.Select(
            Generators.AnyDatum, Generators.Style, Gen.Bool, Gen.Select(Gen.Int[0, 100_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 4])
        .Always(
            (datum, style, isXml, mutations) =>
            {
                var bytes = ResourceWriter.Write(new Resource("root", datum), isXml ? DataFormat.Xml : DataFormat.Json, style).ToList();
                foreach (var (place, value, kind) in mutations)
                    Mutate(bytes, place, value, kind);
                ReadAll([.. bytes]);
            },
            iter: 10_000);

    static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    static void Mutate(List<byte> bytes, int place, byte value, int kind)
    {
        if (bytes.Count == 0)
            return;
        place %= bytes.Count;
        switch (kind)
        {
            case 0:
                bytes[place] = value;
                break;
            case 1:
                bytes.RemoveAt(place);
                break;
            case 2:
                bytes.Insert(place, value);
                break;
            default:
                bytes.RemoveRange(place, Math.Min(bytes.Count - place, value));
                break;
        }
    }

    /// <summary>Reads as both formats and asks everything that is found late; a document without defects must be sound.</summary>
    static void ReadAll(byte[] bytes)
    {
        foreach (var format in Enum.GetValues<DataFormat>())
        {
            var reading = bytes.Read(format, new ReadLimits(MaxDepth: 20, MaxNodes: 500));
            (reading.Document is null && reading.Defects.Count == 0).Should().BeFalse();
            reading.Defects.All(d => d.Message.Length > 10 && (d.Position.Line > 0 || d.Message.Contains("more defects", StringComparison.Ordinal))).Should().BeTrue();
            foreach (var node in reading.Document?.Root.Descendants() ?? [])
            {
                if (!node.Pointer.StartsWith('/') || node.Position.Line < 1 || node.Position.Column < 1)
                    Assert.Fail($"{node.Name} has no place: {node.Pointer} {node.Position}");
            }
        }
    }
}
