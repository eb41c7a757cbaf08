namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Words that are no names, and names that are words.</summary>
static class CommonWords
{
    static readonly HashSet<string> noNames = Set(
        "a about after again all also am an and any are as at auf avenue be because bitte boulevard bureau but by can city council county customer das day dear department dept der die district "
        + "division do east ein eine engineering es everybody everyone fire folks for friday from good have he hello help here hi i ich if im in is it its just ladies landlord les license madam madame "
        + "management mayor maintenance mit mon monday monsieur municipality my neighbor neighbors neighbour no north not nothing office on operations or our park parks people please "
        + "plumbing police public pw regarding request requests resident residents road sanitation saturday services service she since sir sirs sewer south so staff street support "
        + "sunday team thank thanks that the their then there they this thursday to today tomorrow town traffic transit tuesday us utilities und very via village wir wie was water wednesday we west "
        + "when where who whom why will with works would yes yesterday you your zu damen herren concern concerned whoever mister january february march april june july august september october "
        + "november december urgent asap called calling happy sorry afraid concerning writing reporting living not still also currently really now always hopeful");

    static readonly HashSet<string> ambiguous = Set(
        "may will mark rose grant bill art rich dean park parks hill street wood woods young king long green brown black white gray grey field fields april june august summer autumn dawn eve faith "
        + "grace hope joy ivy lily daisy iris olive violet ruby pearl amber crystal carol christian major case chance chase clay cliff drew ford frank gene guy hunter jack jay lance lane max miles nick "
        + "norm pat pete ray reed rob rod sandy sky stone sue terry van victor wade ward west east north south baker bank banks bell bishop bond bridge bridges brook brooks bush butler carpenter "
        + "carter castle church city cook cooper court cross day dean english fisher flowers forest foster fox french gardener glass hall house hunt judge knight lake land little lock love marsh mason "
        + "miller mills moon moore noble page palmer poole poor post potter price prince read reader reporter rice rivers rock sharp shepherd short small smart snow spring steel stern strong swan taylor "
        + "temple tower turner walker wall walls waters way weaver weeks wells wheeler wise wolf test an as at be by do go he if in is it me my no of on or so to up us we");

    static readonly HashSet<string> months = Set("january february march april may june july august september october november december");

    static readonly HashSet<string> organisations = Set("city department dept council county public works office team agency bureau district division municipality town village committee services service administration");

    /// <summary>Whether it cannot be part of a name after a greeting or at the end of a letter.</summary>
    public static bool IsNoName(string word) => noNames.Contains(word);

    /// <summary>Whether it is a common word, too.</summary>
    public static bool IsAmbiguous(string word) => ambiguous.Contains(word);

    public static bool IsMonth(string word) => months.Contains(word);

    /// <summary>Whether a name with this word is that of an office.</summary>
    public static bool IsOrganisation(string word) => organisations.Contains(word);

    static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
