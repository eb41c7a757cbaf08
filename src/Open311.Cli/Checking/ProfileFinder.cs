using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Checking;

/// <summary>Finds the profile that an operator names: a shipped one, or a file.</summary>
internal static class ProfileFinder
{
    /// <exception cref="UsageException">There is none, or it cannot be used.</exception>
    public static BuyerProfile Find(RawValue named, string workingDirectory, RequirementCatalog catalog)
    {
        try
        {
            if (ProfileBook.Shipped.Contains(named.Text))
                return ProfileBook.Load(named.Text, catalog);
            var file = new FileInfo(Path.Combine(workingDirectory, named.Text));
            if (file.Exists)
                return ProfileBook.Load(file, Printable.Line(named.Text), catalog);
        }
        catch (FixtureException e)
        {
            throw new UsageException(YamlFile.Sentence(e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{named.Origin}: '{Printable.Line(named.Text)}' cannot be read: {Printable.Line(e.Message)}");
        }

        throw new UsageException(
            $"{named.Origin}: There is neither a file nor a shipped profile '{Printable.Line(named.Text)}'.{Suggestion.For(named.Text, ProfileBook.Shipped)} Shipped are: {string.Join(", ", ProfileBook.Shipped)}.");
    }
}
