using Open311.Mock.Answers;
using Open311.Mock.Fixtures;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Answers by other rules: any property of <see cref="CityRules"/> or <see cref="Misbehaviour"/>, written in lower case with underscores.</summary>
internal sealed class SetRules : Alteration
{
    readonly YamlMap map;

    public SetRules(YamlMap map)
    {
        this.map = map;
        // Once at load, so that a misspelt value is refused there and not when it is used.
        Change(new CityRules());
    }

    public override CityRules Change(CityRules rules) => rules with
    {
        Json = map.Flag("json", rules.Json),
        MaxRequests = map.Whole("max_requests", rules.MaxRequests),
        WindowDays = map.Whole("window_days", rules.WindowDays),
        LongWindow = map.Choice("long_window", rules.LongWindow),
        UnknownCode = map.Choice("unknown_code", rules.UnknownCode),
        UnknownStatus = map.Choice("unknown_status", rules.UnknownStatus),
        InvertedWindow = map.Choice("inverted_window", rules.InvertedWindow),
        UnreadableDate = map.Choice("unreadable_date", rules.UnreadableDate),
        MissingKey = map.Choice("missing_key", rules.MissingKey),
        UnknownIds = map.Choice("unknown_ids", rules.UnknownIds),
        PlainDefinition = map.Choice("plain_definition", rules.PlainDefinition),
        ForeignJurisdiction = map.Choice("foreign_jurisdiction", rules.ForeignJurisdiction),
        MissingJurisdiction = map.Choice("missing_jurisdiction", rules.MissingJurisdiction),
        UnknownJurisdiction = map.Choice("unknown_jurisdiction", rules.UnknownJurisdiction),
        Order = map.Choice("order", rules.Order),
        OpenEnd = map.Flag("open_end", rules.OpenEnd),
        EndpointPath = map.OptionalText("endpoint_path") ?? rules.EndpointPath,
        DiscoveryPath = map.OptionalText("discovery_path") ?? rules.DiscoveryPath,
        Misbehaviour = Change(rules.Misbehaviour),
    };

    Misbehaviour Change(Misbehaviour wrong) => wrong with
    {
        IgnoredArguments = map.Has("ignored_arguments") ? map.Texts("ignored_arguments") : wrong.IgnoredArguments,
        EmptyIsValue = map.Has("empty_is_value") ? map.Texts("empty_is_value") : wrong.EmptyIsValue,
        OnlyFirstOfList = map.Has("only_first_of_list") ? map.Texts("only_first_of_list") : wrong.OnlyFirstOfList,
        ListIsOneValue = map.Has("list_is_one_value") ? map.Texts("list_is_one_value") : wrong.ListIsOneValue,
        SingularPaths = map.Flag("singular_paths", wrong.SingularPaths),
        UnknownIdSpoilsList = map.Flag("unknown_id_spoils_list", wrong.UnknownIdSpoilsList),
        FilterByUpdated = map.Flag("filter_by_updated", wrong.FilterByUpdated),
        AnyFilterSuffices = map.Flag("any_filter_suffices", wrong.AnyFilterSuffices),
        StartExclusive = map.Flag("start_exclusive", wrong.StartExclusive),
        EndExclusive = map.Flag("end_exclusive", wrong.EndExclusive),
        ZoneIgnored = map.Flag("zone_ignored", wrong.ZoneIgnored),
        OnlyPlainDates = map.Flag("only_plain_dates", wrong.OnlyPlainDates),
        IdsObeyFilters = map.Flag("ids_obey_filters", wrong.IdsObeyFilters),
        IdsObeyWindow = map.Flag("ids_obey_window", wrong.IdsObeyWindow),
        DefaultStatus = map.OptionalText("default_status") ?? wrong.DefaultStatus,
        CutBeforeFilter = map.Flag("cut_before_filter", wrong.CutBeforeFilter),
        ForgetAfterDays = map.Whole("forget_after_days", wrong.ForgetAfterDays),
        FiltersOnSingle = map.Flag("filters_on_single", wrong.FiltersOnSingle),
        EmptyIsNotFound = map.Flag("empty_is_not_found", wrong.EmptyIsNotFound),
        UnknownArgumentsRefused = map.Flag("unknown_arguments_refused", wrong.UnknownArgumentsRefused),
        KeyOnReads = map.Flag("key_on_reads", wrong.KeyOnReads),
        JurisdictionDemanded = map.Flag("jurisdiction_demanded", wrong.JurisdictionDemanded),
        DotEndsKey = map.Flag("dot_ends_key", wrong.DotEndsKey),
        PathNotDecoded = map.Flag("path_not_decoded", wrong.PathNotDecoded),
        ReadingUpdates = map.Flag("reading_updates", wrong.ReadingUpdates),
        JurisdictionsMixed = map.Flag("jurisdictions_mixed", wrong.JurisdictionsMixed),
        DefaultDays = map.Whole("default_days", wrong.DefaultDays),
        UnknownExtensionIsXml = map.Flag("unknown_extension_is_xml", wrong.UnknownExtensionIsXml),
    };
}
