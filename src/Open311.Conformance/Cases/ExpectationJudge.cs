using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules;
using Open311.Conformance.Rules.Wire;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Cases;

/// <summary>Judges one expectation. False when it does not hold or cannot be judged.</summary>
static class ExpectationJudge
{
    public static async Task<bool> JudgeAsync(Examination e, Reply reply, Expectation expectation)
    {
        if (!e.Answered(reply, expectation.Requirement))
            return false;
        if (expectation.Kind == ExpectationKind.Status && !expectation.Statuses.ContainsKey(reply.Status) && Twin.Refuses(reply) && await Twin.FormatCauseAsync(e, reply.Ask).ConfigureAwait(false) is { } cause)
        {
            e.Inconclusive(expectation.Requirement, $"Could not be exercised: {Line(reply)} is answered {reply.Status}, as is all of its kind in this format.", cause, reply);
            return false;
        }

        return expectation.Kind switch
        {
            ExpectationKind.Status => Status(e, reply, expectation),
            ExpectationKind.RefusedOrEmpty when !reply.Succeeded => Status(e, reply, expectation),
            ExpectationKind.Names => Names(e, reply, expectation),
            ExpectationKind.SameStatus => await SameStatusAsync(e, reply, expectation).ConfigureAwait(false),
            _ => e.Readable(reply, expectation.Requirement) && await ItemsAsync(e, reply, expectation).ConfigureAwait(false),
        };
    }

    static bool Status(Examination e, Reply reply, Expectation expectation)
    {
        var wanted = expectation.Wanted;
        if (expectation.Statuses.TryGetValue(reply.Status, out var verdict))
        {
            if (verdict == Verdict.Pass)
                e.Pass(expectation.Requirement, $"{Line(reply)} is answered {reply.Status}.", reply);
            else
                e.Record.Add(verdict, expectation.Requirement, e.Format, $"{Line(reply)} is answered {reply.Status}; {wanted} is expected.", wanted, $"{reply.Status}", reply, blockedBy: ErrorsAreNoSuccess.HasErrors(reply) ? ErrorsAreNoSuccess.Requirement : null);
            return verdict is Verdict.Pass or Verdict.Info;
        }

        if (reply.Status is 401 or 403 && reply.Ask.Purpose == Purpose.Read && expectation.Requirement != "GR2-KEY-001")
        {
            e.Inconclusive(expectation.Requirement, $"Could not be exercised: {Line(reply)} is answered {reply.Status}.", "GR2-KEY-001", reply);
            return false;
        }

        Fails(e, expectation, $"{Line(reply)} is answered {reply.Status}, expected {wanted}.", wanted, $"{reply.Status} {reply.Excerpt()}", reply, cause: reply.Status switch
        {
            // Told once for all answers: another status of success, errors sent as a success, another status for errors.
            > 200 and < 300 when expectation.Statuses.ContainsKey(200) => "GR2-HTTP-006",
            >= 200 and < 300 when ErrorsAreNoSuccess.HasErrors(reply) => ErrorsAreNoSuccess.Requirement,
            401 or 403 => "GR2-KEY-001",
            > 404 and < 500 when expectation.Statuses.ContainsKey(400) => "GR2-ERR-010",
            _ => null,
        });
        return false;
    }

    static bool Names(Examination e, Reply reply, Expectation expectation)
    {
        if (reply.Succeeded || reply.Answer is null)
        {
            e.Inconclusive(expectation.Requirement, $"{Line(reply)} is not refused, so there is no error to name {expectation.Values[0]}.", reply: reply);
            return false;
        }

        // What is no error document in the format asked for is charged once, where error bodies are judged.
        if (reply.ForeignBody is not null || reply.Answer.Body.IsEmpty)
        {
            e.Inconclusive(expectation.Requirement, $"The refusal of {Line(reply)} holds {reply.ForeignBody ?? "nothing"}, so there is no error to name {expectation.Values[0]}.", "GR2-ERR-007", reply);
            return false;
        }

        if (reply.Document is { } document && Shapes.ShapeReader.Read(document, e.Shapes.Errors) is not { Recognised: true, Items.Count: > 0 })
        {
            e.Inconclusive(expectation.Requirement, $"The refusal of {Line(reply)} holds no error that could name {expectation.Values[0]}.", document.Format == Protocol.DataFormat.Xml ? "GR2-ERR-002" : "GR2-ERR-003", reply);
            return false;
        }

        var text = Wording.Of(reply);
        var names = expectation.Values.SelectMany(v => (string[])[v, v.Replace('_', ' '), v.Replace("_", "")]);
        if (names.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            e.Pass(expectation.Requirement, $"The refusal of {Line(reply)} names {expectation.Values[0]}.", reply);
            return true;
        }

        var blank = reply.Document is { } read && Shapes.ShapeReader.Read(read, e.Shapes.Errors).Items.All(i => i.Value("description") is null);
        Fails(e, expectation, $"The refusal of {Line(reply)} does not say that {expectation.Values[0]} is at fault.", expectation.Values[0], reply.Excerpt(), reply, cause: reply.Status is 401 or 403 ? "GR2-KEY-001" : blank ? "GR2-ERR-006" : null);
        return false;
    }

    static async Task<bool> SameStatusAsync(Examination e, Reply reply, Expectation expectation)
    {
        var other = await e.AskAsync(Template.ToAsk(expectation.Other!, e)).ConfigureAwait(false);
        if (!e.Answered(other, expectation.Requirement))
            return false;
        if (other.Status == reply.Status)
        {
            e.Pass(expectation.Requirement, $"{Line(reply)} is answered {reply.Status}, as {Line(other)} is.", reply);
            return true;
        }

        Fails(e, expectation, $"{Line(reply)} is answered {reply.Status}, but {Line(other)} {other.Status}.", $"{other.Status}", $"{reply.Status}", reply);
        return false;
    }

    static async Task<bool> ItemsAsync(Examination e, Reply reply, Expectation expectation)
    {
        if (e.Shapes.Read(reply) is not { Recognised: true } shaped)
        {
            e.Inconclusive(expectation.Requirement, $"Could not be exercised: {Line(reply)} is no document of its resource.", reply.Ask.Format == Protocol.DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002", reply);
            return false;
        }

        var items = shaped.Items;
        switch (expectation.Kind)
        {
            case ExpectationKind.Document:
                e.Pass(expectation.Requirement, $"{Line(reply)} gives a document of its resource.", reply);
                return true;
            case ExpectationKind.NotEmpty:
                return Decide(e, reply, expectation, items.Count > 0, $"{Line(reply)} gives an empty list, expected at least one item.", "at least one item", "none", null);
            case ExpectationKind.EmptyList or ExpectationKind.RefusedOrEmpty or ExpectationKind.Count:
                var count = expectation.Kind == ExpectationKind.Count ? expectation.Count : 0;
                return Decide(e, reply, expectation, items.Count == count, $"{Line(reply)} gives {items.Count} items, expected {count}.", $"{count}", $"{items.Count}", items.Count > count ? items[count] : null);
            case ExpectationKind.Every:
                var allowed = expectation.Values.Select(v => Template.Fill(v, e)).ToList();
                var stranger = items.FirstOrDefault(i => !allowed.Contains(i.Value(expectation.Field!) ?? "", SameId.Instance));
                if (items.Count == 0)
                {
                    e.Inconclusive(expectation.Requirement, $"{Line(reply)} gives an empty list, so nothing was compared.", reply: reply);
                    return false;
                }

                return Decide(e, reply, expectation, stranger is null, $"{Line(reply)} gives an item whose {expectation.Field} is \"{stranger?.Value(expectation.Field!)}\", expected {string.Join(" or ", allowed)}.", string.Join(", ", allowed), stranger?.Value(expectation.Field!), stranger);
            case ExpectationKind.Includes:
                var present = items.Select(i => i.Value(expectation.Field!)).OfType<string>().ToHashSet(SameId.Instance);
                var missing = expectation.Values.Select(v => Template.Fill(v, e)).FirstOrDefault(v => !present.Contains(v));
                return Decide(e, reply, expectation, missing is null, $"{Line(reply)} does not give the item whose {expectation.Field} is \"{missing}\".", missing, $"{items.Count} others", null);
            default:
                return await SameItemsAsync(e, reply, expectation, items).ConfigureAwait(false);
        }
    }

    static async Task<bool> SameItemsAsync(Examination e, Reply reply, Expectation expectation, IReadOnlyList<Node> items)
    {
        var template = expectation.Other!;
        var before = await e.AskAsync(Template.ToAsk(template, e)).ConfigureAwait(false);
        if (Ids(e, before, expectation) is not { } expected)
            return false;
        var actual = items.Select(Key).ToHashSet(StringComparer.Ordinal);
        if (actual.SetEquals(expected))
            return Decide(e, reply, expectation, true, "", null, null, null);

        // Live data: what differs now may have changed in between. Ask both afresh, in the reverse order, so that a server
        // that alternates between two answers shows itself.
        var occasion = Occasions.Of($"{e.Case.Id} {reply.Ask.Key} {reply.Ask.Occasion}");
        var again = await e.AskAsync(reply.Ask.Again(occasion)).ConfigureAwait(false);
        var after = await e.AskAsync(Template.ToAsk(template with { Occasion = occasion }, e)).ConfigureAwait(false);
        if (Ids(e, after, expectation) is not { } expectedNow || Ids(e, again, expectation) is not { } actualNow)
            return false;
        if (actualNow.SetEquals(expectedNow))
            return Decide(e, again, expectation, true, "", null, null, null);
        if (!expectedNow.SetEquals(expected) || !actualNow.SetEquals(actual))
        {
            e.Inconclusive(expectation.Requirement, $"{Line(before)} gives other items each time, so nothing can be compared.", reply: after);
            return false;
        }

        var lost = expected.Except(actualNow).Count();
        var added = actualNow.Except(expected).Count();
        return Decide(e, again, expectation, false, $"{Line(reply)} gives {actualNow.Count} items, {Line(before)} {expected.Count}: {lost} are missing and {added} added.", $"the items of {Line(before)}", $"{lost} missing, {added} added", null);
    }

    static HashSet<string>? Ids(Examination e, Reply reply, Expectation expectation)
    {
        if (!e.Readable(reply, expectation.Requirement))
            return null;
        if (e.Shapes.Read(reply) is { Recognised: true } shaped)
            return shaped.Items.Select(Key).ToHashSet(StringComparer.Ordinal);
        e.Inconclusive(expectation.Requirement, $"Could not be exercised: {Line(reply)} is no document of its resource.", reply: reply);
        return null;
    }

    static string Key(Node item) => item.Value("service_request_id") ?? item.Value("service_code") ?? item.Text;

    static bool Decide(Examination e, Reply reply, Expectation expectation, bool holds, string message, string? expected, string? actual, Node? node)
    {
        if (holds)
            e.Pass(expectation.Requirement, $"{Line(reply)} is as expected.", reply);
        else
            Fails(e, expectation, message, expected, actual, reply, node);
        return holds;
    }

    static void Fails(Examination e, Expectation expectation, string message, string? expected, string? actual, Reply reply, Node? node = null, string? cause = null) =>
        e.Record.Add(expectation.Otherwise ?? e.Record.Severity(expectation.Requirement), expectation.Requirement, e.Format, message, expected, actual, reply, node, cause ?? expectation.Follows ?? Elsewhere(reply));

    // Redirects that lost the question make everything else about the answer meaningless.
    static string? Elsewhere(Reply reply) =>
        ErrorsAreNoSuccess.HasErrors(reply) ? ErrorsAreNoSuccess.Requirement
        : reply.Inquiry.Hops.Count > 0 && reply.Exchange.Request.Url.Query != reply.Inquiry.Attempts[0].Request.Url.Query ? "GR2-HTTP-009"
        : null;

    static string Line(Reply reply) => $"{reply.Exchange.Request.Method} {Where.Of(reply)}";
}
