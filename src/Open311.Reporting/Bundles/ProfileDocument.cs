using Open311.Conformance.Profiles;

namespace Open311.Reporting.Bundles;

/// <summary><c>profile.json</c>: what a profile demands, with everything it inherited, so that it can be judged by where its file is not.</summary>
sealed record ProfileDocument(string Schema, string Name, string Title, IReadOnlyList<ProfileDocumentDemand> Demands, IReadOnlyList<ProfileDocumentWaiver> Waivers)
{
    public const string Version = "open311-profile/1";

    public static byte[] Write(BuyerProfile profile) => BundleJson.Write(new ProfileDocument(
        Version,
        profile.Name,
        profile.Title,
        [.. profile.Demands.Select(d => new ProfileDocumentDemand(d.Duty.Word(), d.IsClass ? d.Name : null, d.IsClass ? null : d.Name))],
        [.. profile.Waivers.Select(w => new ProfileDocumentWaiver(w.Requirement, w.Owner, w.Reason, w.Expires))]));

    public static BuyerProfile Read(byte[] json)
    {
        var document = BundleJson.Read<ProfileDocument>(BundleMember.Profile, json);
        if (document.Schema != Version)
            throw new BundleException($"{BundleMember.Profile} is not a document of the form {Version}.");
        return new BuyerProfile(
            document.Name,
            document.Title,
            [.. document.Demands.Select(d => new ProfileDemand(DutyOf(d.Duty), d.Class is not null, d.Class ?? d.Requirement ?? ""))],
            [.. document.Waivers.Select(w => new ProfileWaiver(w.Requirement, w.Owner, w.Reason, w.Expires))]);
    }

    static Duty DutyOf(string word) => Enum.GetValues<Duty>().Where(d => d.Word() == word).Select(d => (Duty?)d).FirstOrDefault()
        ?? throw new BundleException($"{BundleMember.Profile} names a duty that does not exist.");
}
