using System.Text;
using CsCheck;
using Open311.Protocol.Documents;
using Open311.Protocol.Forms;
using Open311.Protocol.Tests.Writing;

namespace Open311.Protocol.Tests.Forms;

public sealed class FormEncodingTests
{
    static readonly KeyValuePair<string, string>[] Fields =
    [
        new("service_code", "001"), new("attribute[A B]", "x&y=z"), new("attribute[A B]", ""), new("description", "Grüße + 100 %\r\n\U0001F680~*-._"),
    ];

    [Test]
    public void Writes_as_browsers_do() => FormEncoding.Write(Fields).Should().Be(
        "service_code=001&attribute%5BA+B%5D=x%26y%3Dz&attribute%5BA+B%5D=&description=Gr%C3%BC%C3%9Fe+%2B+100+%25%0D%0A%F0%9F%9A%80%7E*-._");

    [Test]
    public void Takes_freedoms() => FormEncoding.Write(Fields.Take(2), new FormStyle(BareBrackets: true, BlankAsPercent20: true))
        .Should().Be("service_code=001&attribute[A%20B]=x%26y%3Dz");

    [Test]
    public void Reads_fields_in_order_with_duplicates()
    {
        var form = Read("a=1&b%5B%5D=x+y&a=%32&c&=d&&e=f=g&h=%C3%a4");
        form.Defects.Should().BeEmpty();
        form.Fields.Select(f => $"{f.Key}:{f.Value}").Should().Equal("a:1", "b[]:x y", "a:2", "c:", ":d", "e:f=g", "h:ä");
        form.Value("a").Should().Be("1");
        form.All("a").Should().Equal("1", "2");
        form.Value("A").Should().BeNull();
    }

    [TestCase("a=%", "%", 3)]
    [TestCase("a=%4", "%4", 3)]
    [TestCase("x=y&a=1%zz%41", "1%zzA", 8)]
    [TestCase("a=100%+sure", "100% sure", 6)]
    public void Keeps_and_reports_broken_escapes(string body, string value, int column)
    {
        var form = Read(body);
        form.Value("a").Should().Be(value);
        form.Defects.Should().Equal(new Defect(
            DefectKind.NotWellFormed, "A percent sign is not followed by two hexadecimal digits. Send \"%\" as \"%25\".", new TextPosition(1, column)));
    }

    [Test]
    public void Replaces_and_reports_what_is_not_UTF_8()
    {
        var form = Read("a=Stra%DFe&b=\u00E4");
        form.Value("a").Should().Be("Stra\uFFFDe");
        form.Value("b").Should().Be("ä");
        form.Defects.Select(d => (d.Kind, d.Position.Column)).Should().Equal((DefectKind.NotUtf8, 3));
        form.Defects[0].Message.Should().Be("The bytes of this field are not valid UTF-8. Encode text as UTF-8 before percent-encoding it.");
    }

    [Test]
    public void Leaves_out_and_reports_what_exceeds_the_limits()
    {
        var limits = new FormLimits(MaxBytes: 20, MaxFields: 2);
        FormEncoding.Read("a=1&b=2&c=3"u8, limits).Fields.Should().HaveCount(2);
        FormEncoding.Read("a=1&b=2&c=3"u8, limits).Defects.Single().Should()
            .Be(new Defect(DefectKind.TooLarge, "The form has more than 2 fields; the others were left out.", new TextPosition(1, 9)));
        FormEncoding.Read(new byte[21], limits).Fields.Should().BeEmpty();
        FormEncoding.Read(new byte[21], limits).Defects.Single().Message.Should().Be("The form has 21 bytes; at most 20 are read. Nothing of it was.");
    }

    [Test]
    public void Nothing_is_an_empty_form()
    {
        FormEncoding.Write([]).Should().BeEmpty();
        FormEncoding.Read([]).Fields.Should().BeEmpty();
    }

    [Test]
    public void Reads_what_it_writes() =>
        Gen.Select(Gen.Select(Generators.Text, Generators.Text).Array[0, 6], Gen.Bool, Gen.Bool).Always((pairs, bare, percent) =>
        {
            var body = FormEncoding.Write(pairs.Select(p => KeyValuePair.Create(p.Item1, p.Item2)), new FormStyle(bare, percent));
            Ascii.IsValid(body).Should().BeTrue();
            var form = Read(body);
            form.Defects.Should().BeEmpty();
            form.Fields.Should().Equal(pairs.Select(p => KeyValuePair.Create(Whole(p.Item1), Whole(p.Item2))));
        });

    [Test]
    public void Never_throws() => Gen.Byte.Array[0, 60].Always(bytes => FormEncoding.Read(bytes).Fields.Count.Should().BeLessThan(61));

    static FormReading Read(string body) => FormEncoding.Read(Encoding.UTF8.GetBytes(body));

    static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
