using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

/// <summary>The sentences about broken XML, word for word where they are ours: a vendor acts on nothing else.</summary>
public sealed class XmlComplaintTests
{
    const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    const string WhatToSend = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [TestCase("<?xml version='1.0' encoding='utf-8' rubbish?>", "The XML declaration contains \"rubbish\", which is no part of its grammar.")]
    [TestCase("<?xml version='1.0' encoding=utf-8?>", "The XML declaration contains \"encoding=utf-8\", which is no part of its grammar.")]
    [TestCase("<?xml encoding='utf-8'?>", "The XML declaration must state version, encoding and standalone once at most and in this order, version always.")]
    [TestCase("<?xml encoding='utf-8' version='1.0'?>", "The XML declaration must state version, encoding and standalone once at most and in this order, version always.")]
    [TestCase("<?xml version='1.0' version='1.0' encoding='utf-8'?>", "The XML declaration must state version, encoding and standalone once at most and in this order, version always.")]
    [TestCase("<?xml version='1.0' encoding='utf-8' lang='de'?>", "The XML declaration must state version, encoding and standalone once at most and in this order, version always.")]
    [TestCase("<?xml version='1.1' encoding='utf-8'?>", "The XML declaration names version \"1.1\"; XML 1.0 was expected, other versions are not understood by most parsers.")]
    [TestCase("<?xml version='1.0' encoding='-utf'?>", "The XML declaration names the encoding \"-utf\", which is no encoding name.")]
    [TestCase("<?xml version='1.0' encoding=''?>", "The XML declaration names the encoding \"\", which is no encoding name.")]
    [TestCase("<?xml version='1.0' encoding='utf-8' standalone='maybe'?>", "The XML declaration says standalone=\"maybe\"; only \"yes\" or \"no\" are allowed.")]
    [TestCase("<?xml version='1.0' encoding='utf-8'>", "The XML declaration is never closed by \"?>\".")]
    public void A_broken_declaration_is_explained(string declaration, string sentence) =>
        Messages($"{declaration}<a/>", DefectKind.NotWellFormed)[0].Should().Be(sentence);

    [TestCase("<?xml version='1.0' encoding='utf-8'?>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>")]
    [TestCase("<?xml\tversion = '1.0'\r\nencoding\n=\t'utf-8' standalone='no' ?>")]
    public void A_sound_one_is_left_alone(string declaration) => $"{declaration}<a/>".Xml().Defects.Should().BeEmpty();

    [Test]
    public void So_is_one_that_names_no_encoding_but_for_that() => Messages("<?xml version='1.0' standalone='yes'?><a/>").Should().Equal(
        $"The XML declaration names no encoding. Send {WhatToSend}.");

    // The declaration is looked for within 1,024 characters.
    [TestCase(1024, 0)]
    [TestCase(1025, 1)]
    public void A_declaration_of_any_sensible_length_is_read(int length, int complaints)
    {
        var declaration = "<?xml version='1.0' encoding='utf-8'";
        $"{declaration}{new string(' ', length - declaration.Length - 2)}?><a/>".Xml().Defects.Count(d => d.Message.Contains("never closed")).Should().Be(complaints);
    }

    [TestCase("<?xml")]
    [TestCase("<?xml-stylesheet href='a'?><a/>")]
    [TestCase("<?xmlversion='1.0'?><a/>")]
    public void What_only_begins_like_a_declaration_is_none(string text) =>
        text.Xml().Defects.Should().Contain(d => d.Kind == DefectKind.DeclarationMissing && d.Message == $"No XML declaration opens the document. Begin it with {WhatToSend}.");

    [TestCase("<a><b></a>", " Close every element in the reverse order of opening, with its own name.")]
    [TestCase("<a b='1' b='2'/>", " An element may bear each attribute once.")]
    [TestCase("<a>1 < 2</a>", " A \"<\" in text must be sent as \"&lt;\".")]
    [TestCase("<a><b>", " The document seems to be cut off.")]
    public void What_to_do_is_said_at_the_end(string xml, string advice)
    {
        Messages(Declaration + xml, DefectKind.NotWellFormed).Should().ContainSingle().Which.Should().StartWith("The document is not well-formed: ").And.EndWith($".{advice}");
    }

    [Test]
    public void Where_nothing_is_known_to_help_nothing_is_advised() =>
        Messages($"{Declaration}<a b=1/>", DefectKind.NotWellFormed).Should().ContainSingle().Which.Should().Be(
            "The document is not well-formed: '1' is an unexpected token. The expected token is '\"' or '''.");

    [TestCase("{\"a\": 1}", "The body begins with \"{\"a\": 1}\", which looks like JSON; XML was expected.")]
    [TestCase("\n [1]", "The body begins with \"[1]\", which looks like JSON; XML was expected.")]
    [TestCase("Not found", "The body begins with \"Not found\"; an XML declaration or a root element was expected.")]
    [TestCase("\u00A0<a/>", "The body begins with \"\u00A0<a/>\"; an XML declaration or a root element was expected.")]
    public void What_is_no_XML_at_all_is_shown(string text, string sentence) => Messages(text, DefectKind.NotWellFormed).Should().Equal(sentence);

    [TestCase("<html><p>x<br></html>")]
    [TestCase("<!DOCTYPE html>\n<html><p>x<br></html>")]
    [TestCase("  <HTML><p>x<br></HTML>")]
    public void A_page_is_called_one_and_no_advice_is_given_on_it(string page) =>
        Messages(page, DefectKind.NotWellFormed).Should().ContainSingle().Which.Should().StartWith("The body is an HTML page, not an XML document of the service: The 'br' start tag").And.NotContain("Close every");

    [Test]
    public void A_second_root_is_told() => Messages($"{Declaration}<a/><b/>", DefectKind.NotWellFormed).Should().Equal(
        "Something follows the end of the root element, where only comments and processing instructions may stand. It was not read.");

    [Test]
    public void What_the_parser_says_is_cut_at_two_hundred_characters()
    {
        string Said(int length) => Messages($"{Declaration}<{new string('n', length)}></a>", DefectKind.NotWellFormed)[0]
            .Replace("The document is not well-formed: ", "", StringComparison.Ordinal).Replace(" Close every element in the reverse order of opening, with its own name.", "", StringComparison.Ordinal);
        var around = Said(1).Length - 1;

        Said(200 - around).Should().HaveLength(200).And.EndWith("end tag of 'a'.");
        Said(201 - around).Should().HaveLength(201).And.EndWith("end tag of 'a'…");
    }

    [TestCase("a&b", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&1a;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&a b;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&#;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&#x;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&#1a;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&#xg;", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("&#1;", "The reference to character number 1 names no character that XML 1.0 allows. Remove it before sending.")]
    [TestCase("&#99999999999;", "The reference to character number -1 names no character that XML 1.0 allows. Remove it before sending.")]
    [TestCase("\u0001", "The character U+0001 stands in the document; XML 1.0 forbids it, even as a reference. Remove it before sending.")]
    public void What_was_mended_is_told(string content, string sentence) => Messages($"{Declaration}<a>{content}</a>", DefectKind.NotWellFormed).Should().Equal(sentence);

    [TestCase("&nbsp;", "nbsp")]
    [TestCase("&:a;", ":a")]
    [TestCase("&a:b.c-1;", "a:b.c-1")]
    public void An_entity_is_told_twice(string content, string name) => Messages($"{Declaration}<a>{content}</a>").Should().Equal(
        $"The entity reference \"&{name};\" was not resolved. XML knows only &amp;, &lt;, &gt;, &quot; and &apos;; send the character itself in UTF-8, or a reference by number such as &#160;.",
        $"The entity \"&{name};\" is none of the five that XML predefines; parsers that process no document type refuse the document.");

    // Production 2 of XML 1.0, at each of its bounds.
    [TestCase(0x9, true)]
    [TestCase(0xA, true)]
    [TestCase(0xD, true)]
    [TestCase(0x1F, false)]
    [TestCase(0x20, true)]
    [TestCase(0xD7FF, true)]
    [TestCase(0xD800, false)]
    [TestCase(0xDFFF, false)]
    [TestCase(0xE000, true)]
    [TestCase(0xFFFD, true)]
    [TestCase(0xFFFE, false)]
    [TestCase(0xFFFF, false)]
    [TestCase(0x10000, true)]
    [TestCase(0x10FFFF, true)]
    [TestCase(0x110000, false)]
    public void A_reference_names_an_allowed_character_or_is_mended(int number, bool allowed)
    {
        foreach (var reference in (string[])[$"&#{number};", $"&#x{number:x};", $"&#x{number:X};"])
        {
            var reading = $"{Declaration}<a>{reference}</a>".Xml();
            reading.Defects.Should().HaveCount(allowed ? 0 : 1, reference);
            reading.Document!.Root.RawText.Should().Be(allowed ? char.ConvertFromUtf32(number) : reference);
        }
    }

    [TestCase("\uFFFE\u0001", "U+FFFE 1:42", "U+0001 1:43")]
    [TestCase("\u0001\uFFFE", "U+0001 1:42", "U+FFFE 1:43")]
    [TestCase("\u001F\uFFFF", "U+001F 1:42", "U+FFFF 1:43")]
    [TestCase("\u0002\u0001\uFFFE", "U+0002 1:42", "U+0001 1:43", "U+FFFE 1:44")]
    public void Forbidden_characters_are_told_in_the_order_of_the_text(string content, params string[] told)
    {
        var reading = $"{Declaration}<a>{content}</a>".Xml();
        reading.Defects.Select(d => $"{d.Message.Split(' ')[2]} {d.Position}").Should().Equal(told);
        reading.Document!.Root.RawText.Should().Be(new string('\uFFFD', told.Length));
    }

    [TestCase("<a>x&#60;&amp;&nbsp;y</a>", "x<&&nbsp;y")]
    [TestCase("<a>\uE0A7&nbsp;</a>", "\uE0A7&nbsp;")]
    [TestCase("<a>&#57511;&nbsp;</a>", "\uE0A7&nbsp;")]
    [TestCase("<a>&#xe0a7;&#xE0A8;&nbsp;</a>", "\uE0A7\uE0A8&nbsp;")]
    [TestCase("<a><![CDATA[&nbsp;]]>&nbsp;<!-- &nbsp; --></a>", "&nbsp;&nbsp;")]
    public void What_was_mended_is_read_as_it_was_sent(string xml, string text) => (Declaration + xml).Xml().Document!.Root.RawText.Should().Be(text);

    // Whoever uses every stand-in there is has earned a refusal, but no wrong text.
    [Test]
    public void Without_a_stand_in_nothing_is_mended()
    {
        var all = string.Concat(Enumerable.Range(0, 16).Select(i => (char)('\uE0A7' + i)));
        $"{Declaration}<a>{all}&nbsp;</a>".Xml().Document.Should().BeNull();
        $"{Declaration}<a>{all[..15]}&nbsp;</a>".Xml().Document!.Root.RawText.Should().Be($"{all[..15]}&nbsp;");
    }

    // A reference is looked for within 256 characters.
    [TestCase(254, 2)]
    [TestCase(255, 1)]
    public void A_very_long_name_is_no_entity(int length, int defects) => $"{Declaration}<a>&{new string('n', length)};</a>".Xml().Defects.Should().HaveCount(defects);

    [TestCase(" \n", "2 characters of white space stand before the XML declaration. The declaration must be the very first thing sent.")]
    [TestCase("\u00A0", "\"\u00A0\" stands before the XML declaration. The declaration must be the very first thing sent.")]
    [TestCase("x", "\"x\" stands before the XML declaration. The declaration must be the very first thing sent.")]
    public void What_stands_before_the_declaration_is_shown(string before, string sentence) => Messages($"{before}{Declaration}<a/>").Should().Equal(
        sentence, "XML 1.0 allows nothing before the XML declaration, not even white space; most parsers refuse the document.");

    [TestCase("<!-- " + Declaration + " --><a/>")]
    [TestCase("<a><![CDATA[" + Declaration + "]]></a>")]
    [TestCase("<a>x</a><!--" + Declaration)]
    [TestCase("<?p " + "<?xml ?><a/>")]
    public void A_declaration_inside_something_else_is_none(string xml) => xml.Xml().Document.Should().Match<Document?>(d => d == null || !d.HasDeclaration);

    [TestCase(Declaration + "<!doctype a><a/>", "1:39")]
    [TestCase(Declaration + " \t\r\n<!DOCTYPE a><a/>", "2:1")]
    [TestCase(Declaration + "<!--<!DOCTYPE b>--><?p <!DOCTYPE c>?><!DOCTYPE a><a/>", "1:76")]
    [TestCase(Declaration + "<a/>", "")]
    [TestCase(Declaration + "<a><!--<!DOCTYPE b>--></a>", "")]
    [TestCase(Declaration + "<!-- never closed", "")]
    [TestCase(Declaration + "<a><b/><!DOCTYPE c></a>", "")]
    public void A_document_type_is_found_before_the_root_only(string xml, string place) =>
        string.Join(' ', xml.Xml().Defects.Where(d => d.Kind == DefectKind.DocumentType).Select(d => d.Position)).Should().Be(place);

    // What a document type holds is skipped as a whole, whatever brackets and quotes stand in it: the ampersand after it is found.
    [TestCase("<!DOCTYPE a>")]
    [TestCase("<!DOCTYPE a SYSTEM '>'>")]
    [TestCase("<!DOCTYPE a PUBLIC \">\" '<'>")]
    [TestCase("<!DOCTYPE a [<!ENTITY x \"]>&y;\"><!-- &y; ' -->]>")]
    [TestCase("<!DOCTYPE a [<!ELEMENT a (b)><!ATTLIST a b CDATA '&y;'> ] >")]
    public void A_document_type_is_skipped_whole(string type)
    {
        var text = $"{Declaration}{type}<a>&</a>";
        var bare = text.Xml().Defects.Where(d => d.Kind is DefectKind.NotWellFormed or DefectKind.EntityReference).ToList();
        bare.Should().ContainSingle().Which.Position.Should().Be(new TextPosition(1, text.IndexOf("&</a>", StringComparison.Ordinal) + 1));
    }

    [Test]
    public void What_a_document_type_costs_is_told() => Messages($"{Declaration}<!DOCTYPE a><a/>").Should().Equal(
        "A document type declaration stands before the root element. It was not processed. Leave it out: parsers that process it can be attacked through it, others refuse the document.");

    [Test]
    public void Another_encoding_is_named_with_what_to_send() => Messages("<?xml version='1.0' encoding='latin1'?><a/>").Should().Equal(
        $"The XML declaration names the encoding \"latin1\"; \"utf-8\" was expected. Send {WhatToSend}, and text encoded so.");

    [TestCase("<!DOCTYPE a")]
    [TestCase("<!DOCTYPE a [")]
    [TestCase("<!DOCTYPE a '")]
    [TestCase(Declaration + "<!DOCTYPE a [<!ENTITY b '&c;")]
    public void What_is_never_closed_ends_with_the_text(string text)
    {
        var reading = text.Xml();
        reading.Document.Should().BeNull();
        reading.Defects.Should().Contain(d => d.Kind == DefectKind.DocumentType).And.Contain(d => d.Kind == DefectKind.NotWellFormed);
    }

    // From the first character on, whether a declaration stands before it or not.
    [TestCase(Declaration + "\u0001<a/>", "The character U+0001 stands in the document")]
    [TestCase(Declaration + "& <a/>", "A bare ampersand")]
    [TestCase("<a>&</a>", "A bare ampersand")]
    [TestCase("<a>\u0001</a>", "The character U+0001")]
    public void Mending_begins_where_the_document_does(string text, string sentence) => Messages(text, DefectKind.NotWellFormed)[0].Should().StartWith(sentence);

    [Test]
    public void In_what_is_no_XML_nothing_is_mended() => Messages("AT&T: \u0001", DefectKind.NotWellFormed).Should().ContainSingle().Which.Should().StartWith("The body begins with ");

    [Test]
    public void Two_stylesheets_are_still_some() => $"{Declaration}<?xml-stylesheet href='a'?><?xml-stylesheet href='b'?><a/>".Xml().Document!.HasStylesheet.Should().BeTrue();

    [Test]
    public void A_prefix_that_nothing_declares_is_told() => Messages($"{Declaration}<x:a y:b='1'/>").Should().Equal(
        "The prefix \"x\" of \"x:a\" is declared nowhere. Leave the prefix out: standard elements have none.",
        "The prefix \"y\" of \"y:b\" is declared nowhere. Leave the prefix out: standard elements have none.");

    static List<string> Messages(string text, DefectKind? kind = null) =>
        [.. text.Xml().Defects.Where(d => kind is null || d.Kind == kind).Select(d => d.Message)];
}
