using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Collation;

public static class CollationLinks
{
    public const string Audience = "audience";
    public const string Tier = "tier";
    public const string After = "after";
    public const string JustRead = "justRead";
    public const string Moved = "moved";
    public const string Done = "done";
    public const string Question = "question";

    public static string Queue(QueueFilter? filter = null, QueuePosition? after = null, bool justRead = false) =>
        "/collation" + Query(filter, after, justRead);

    public static string Response(Guid id, QueueFilter? filter = null) => $"/collation/{id}" + Query(filter, after: null, justRead: false);

    public static string Outcome(Guid id) => $"/collation/{id}/outcome";

    /// <summary>What can be done with a response beside reading it, in the order in which it is usually done.</summary>
    public static IReadOnlyList<(string Text, string Address)> Steps(Guid id) =>
    [
        ("Match the worker", Match(id)),
        ("Hide words", Redact(id)),
        ("Themes", Theme(id)),
        ("Release or withhold", Release(id)),
        ("What came of it", Outcome(id)),
        ("Safeguarding concern", Concern(id)),
    ];

    public static string StopReading(Guid id) => $"/collation/{id}/stop";

    public static string Concern(Guid id) => $"/collation/{id}/concern";

    public static string Concerns() => "/collation/concerns";

    public static string Complaint(Guid id) => $"/collation/{id}/complaint";

    /// <param name="moved">How many unread responses a change of the list has just moved.</param>
    public static string Words(int? moved = null) => "/collation/words" + (moved is { } count ? QueryString.Create(Moved, count.ToString(CultureInfo.InvariantCulture)) : "");

    public static string RemoveWord(Guid wordId) => $"/collation/words/{wordId}/remove";

    public static string Match(Guid id) => $"/collation/{id}/match";

    /// <param name="questionKey">The answer to go on with.</param>
    public static string Redact(Guid id, RedactionDone? done = null, string? questionKey = null) =>
        $"/collation/{id}/redact" + (done is null ? "" : $"?{Done}={done}") + (questionKey is null ? "" : $"#{AnswerId(questionKey)}");

    public static string AnswerId(string questionKey) => $"answer-{questionKey}";

    public static string Hide(Guid id, string? questionKey = null) =>
        $"/collation/{id}/hide" + (questionKey is null ? "" : $"?{Question}={questionKey}");

    public static string ShowAgain(Guid id) => $"/collation/{id}/show-again";

    public static string Proposals(Guid id) => $"/collation/{id}/proposals";

    public static string Release(Guid id) => $"/collation/{id}/release";

    public static string Withhold(Guid id) => $"/collation/{id}/withhold";

    public static string UndoRelease(Guid id) => $"/collation/{id}/undo-release";

    /// <param name="question">Key of the question to go on at.</param>
    /// <param name="moved">A theme that was merged while somebody coded with it, for the page to say so.</param>
    public static string Theme(Guid id, string? question = null, Guid? moved = null) =>
        $"/collation/{id}/theme" + (moved is null ? "" : $"?{Moved}={moved}") + (question is null ? "" : $"#answer-{question}");

    public static string ThemesDone(Guid id) => $"/collation/{id}/themes-done";

    public static string Uncode(Guid codingId) => $"/collation/codings/{codingId}/remove";

    public static string DoubleCoding() => "/collation/double-coding";

    public static string Agreement() => "/collation/agreement";

    public static string Overview(OverviewFilter? filter = null) => "/collation/overview" + OverviewQuery.Of(filter);

    public static string Disagreed(OverviewFilter filter, Guid? after = null) => "/collation/overview/disagreed" + OverviewQuery.Of(filter, after);

    private static QueryString Query(QueueFilter? filter, QueuePosition? after, bool justRead)
    {
        var query = new QueryBuilder();
        if (filter?.Audience is { } audience)
        {
            query.Add(Audience, AudienceSlug.Of(audience));
        }

        if (filter?.Tier is { } tier)
        {
            query.Add(Tier, TierSlug.Of(tier));
        }

        if (after is not null)
        {
            query.Add(After, after.ToString());
        }

        if (justRead)
        {
            query.Add(JustRead, "yes");
        }

        return query.ToQueryString();
    }
}
