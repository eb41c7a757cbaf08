namespace Open311.Mock.Clients;

/// <summary>Decides one client requirement. Pure: the same call, city and past give the same look.</summary>
/// <param name="requirement">The id it decides.</param>
/// <param name="scope">What it looks at.</param>
internal abstract class ClientRule(string requirement, RuleScope scope)
{
    public string Requirement => requirement;

    public RuleScope Scope => scope;

    public abstract Look Look(ClientCall call);

    /// <summary>Text from a client for a message: bounded, without line breaks.</summary>
    protected static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > 80 ? $"'{line[..80]}…'" : $"'{line}'";
    }
}
