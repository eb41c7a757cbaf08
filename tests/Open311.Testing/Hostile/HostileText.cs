using System.Text;

namespace Open311.Testing.Hostile;

/// <summary>Text that wants to be more than text in whatever shows it.</summary>
public static class HostileText
{
    /// <summary>Markup, script, Markdown, shell, and characters that turn the direction of writing; all of it lawful in XML and JSON.</summary>
    public const string Lawful =
        "</style></script></code></title><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
        + "<svg onload=alert(2)><a href='javascript:alert(3)'>x</a> ]]> --> \" onmouseover=\"alert(4)\" ' onfocus='alert(5) "
        + "[click](javascript:alert(6)) ![i](http://evil.example/x.png) `$(touch pwned)` ; touch pwned | \u202Egnp.exe\u2066\u200B\u2028 &lt;b&gt; &amp;lt; # {{7*7}} ${7*7}";

    /// <summary>What a terminal would obey: colours, its title, the cursor, a bell.</summary>
    public const string Terminal = "\u001b[31m\u001b]0;pwned\u0007\u001b[2J\u009b31m\b\b\u0000\r\u007f";

    /// <summary>Both.</summary>
    public const string All = Lawful + Terminal;

    /// <summary>As character data of XML, characters that XML forbids left out.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder();
        foreach (var c in text.Where(System.Xml.XmlConvert.IsXmlChar))
            xml.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '\r' => "&#13;", _ => c.ToString() });
        return xml.ToString();
    }
}
