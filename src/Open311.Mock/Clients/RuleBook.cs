using Open311.Mock.Clients.Rules.Access;
using Open311.Mock.Clients.Rules.Attributes;
using Open311.Mock.Clients.Rules.Formats;
using Open311.Mock.Clients.Rules.Http;
using Open311.Mock.Clients.Rules.Lists;
using Open311.Mock.Clients.Rules.Past;
using Open311.Mock.Clients.Rules.Paths;
using Open311.Mock.Clients.Rules.Posts;
using Open311.Mock.Clients.Rules.Texts;

namespace Open311.Mock.Clients;

/// <summary>All rules, one for each client requirement.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ClientRule> Rules() =>
    [
        new MethodIsKnown(), new HeadIsNoted(), new NamesItself(), new SpeaksHttp11(), new SentAsHttp(),
        new AsksKnownResources(), new UsesPlurals(), new NoEmptySegments(), new NoTrailingSlash(), new TargetIsEncoded(), new BlankInPath(),
        new AppendsFormat(), new FormatIsKnown(), new JsonIsOffered(), new FormatInLowerCase(), new FormatByExtension(), new AcceptAgrees(),
        new NamesJurisdiction(), new JurisdictionIsServed("CLI-JUR-002", several: true), new JurisdictionIsServed("CLI-JUR-003", several: false),
        new PostHasKey(), new KeyIsKnown(), new KeyNotInUrl(), new NoKeyOnReads(),
        new TextIsUtf8(), new EscapesAreWhole(), new EncodedOnce(), new TextIsUndamaged(),
        new FormMediaType(), new CharsetIsUtf8(), new ArgumentsInBody(), new NothingInQuery(), new NamesService(), new ServiceIsListed(),
        new HasLocation(), new LatWithLong(), new DegreesAreDecimal(), new DescriptionFits(), new DescriptionIsPlain(), new MediaUrlIsUrl(),
        new EmailIsAddress(), new KnownNames(), new EmptyIsNoted(), new SentOnce(),
        new BracketForm(), new ManyInBrackets(), new OneInBrackets(), new BracketsForListsOnly(), new RequiredAnswered(), new ValueIsListed(),
        new ValueFitsDatatype(), new KnownAttributesOnly(), new OneValueOnly(),
        new DateForm(), new DateZone(), new DatesInOrder(), new SpanIs90Days(), new StatusIsListed(), new NotRepeated(), new CommaSeparated(),
        new ListIsTidy(), new FilterCodesListed(), new FiltersBesideIds(), new OnlyKnownArguments(), new PlusIsEncoded(),
        new AsksTokensAsTokens(), new TokensResolved(), new TokenPace(),
        new NoPolling(), new KeepsServiceList(), new StopsAtNotFound(), new PostsOnce(),
    ];
}
