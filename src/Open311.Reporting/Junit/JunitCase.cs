using System.Xml;

namespace Open311.Reporting.Junit;

/// <summary>One test case; <paramref name="Text"/> is the body of a failure or error, or the output of one that passed.</summary>
sealed record JunitCase(string Place, string Name, JunitState State, string? Message, string? Text)
{
    public void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Place);
        xml.WriteAttributeString("name", XmlSafe.Text(Name));
        xml.WriteAttributeString("time", "0");
        var element = State switch
        {
            JunitState.Failed => "failure",
            JunitState.Error => "error",
            JunitState.Skipped => "skipped",
            _ => Text is null ? null : "system-out",
        };
        if (element is not null)
        {
            xml.WriteStartElement(element);
            if (Message is not null)
                xml.WriteAttributeString("message", XmlSafe.Text(Message));
            if (State is JunitState.Failed or JunitState.Error)
                xml.WriteAttributeString("type", State == JunitState.Failed ? "violation" : "error");
            if (Text is not null)
                xml.WriteString(XmlSafe.Text(Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
